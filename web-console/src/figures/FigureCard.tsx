import { Card } from 'antd';
import { Link } from 'react-router';
import { pageOf, type Figure } from '../parts/show';
import { useWords } from '../words';
import { Change } from './Change';
import { words } from './words';

interface Props {
  title: string;
  hint?: string;
  now: Figure | undefined;
  before?: Figure;
  yearBefore?: Figure;
  compared?: boolean;
}

/** A figure with its list, and what it was before. */
export function FigureCard({ title, hint, now, before, yearBefore, compared = true }: Props) {
  const say = useWords(words);
  return (
    <Card size="small">
      <div title={hint} style={{ color: '#595959' }}>
        {title}
      </div>
      <div style={{ fontSize: 26, lineHeight: '36px', whiteSpace: 'nowrap' }}>
        {now ? (
          <Link to={pageOf(now.list)}>
            {textOf(now)}
            {now.denominator !== null && (
              <span style={{ fontSize: 13 }}>
                {' '}
                {now.numerator}/{now.denominator}
              </span>
            )}
          </Link>
        ) : (
          '—'
        )}
      </div>
      {compared && (
        <div style={{ fontSize: 12, color: '#595959', display: 'flex', flexWrap: 'wrap', columnGap: 12 }}>
          <Change name={say('before')} now={now} past={before} />
          <Change name={say('yearBefore')} now={now} past={yearBefore} />
        </div>
      )}
    </Card>
  );
}

function textOf({ value, denominator }: Figure): string {
  return value === null ? '—' : denominator === null ? String(value) : `${value.toFixed(2)}%`;
}
