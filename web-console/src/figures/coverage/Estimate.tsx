import { Card } from 'antd';
import dayjs from 'dayjs';
import { useAnswer } from '../../api/use';
import { DAY } from '../../parts/moments';
import { FigureLink } from '../../parts/show';
import { Loaded } from '../../parts/states';
import { useWords } from '../../words';
import { mondayOf, moments } from '../period';
import { words } from '../words';

const KNOWN = ['known', 'complained', 'found', 'both'] as const;
const WEEKS = 4;

/** How many problems nobody has told of, from four weeks. */
export function Estimate({ week }: { week: string }) {
  const say = useWords(words);
  const sunday = dayjs(mondayOf(week)).add(6, 'day');
  const query = moments({ from: sunday.subtract(WEEKS * 7 - 1, 'day').format(DAY), to: sunday.format(DAY) });
  const estimate = useAnswer('inspection', 'estimateUnseenProblems', { query });
  return (
    <Card size="small" title={<h2 style={{ fontSize: 16, margin: 0 }}>{say('estimate')}</h2>}>
      <Loaded asked={estimate}>
        {(told) => (
          <>
            <dl style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '6px 24px', margin: 0 }}>
              {KNOWN.map((name) => (
                <div key={name} style={{ display: 'contents' }}>
                  <dt>{say(name)}</dt>
                  <dd style={{ margin: 0 }}>
                    <FigureLink figure={told[name]} />
                  </dd>
                </div>
              ))}
              <dt>{say('unseen')}</dt>
              <dd style={{ margin: 0 }}>
                {typeof told.unseen === 'number' ? (
                  <strong>
                    {Math.round(told.unseen)}
                    {told.unseenInterval && ` (${told.unseenInterval.map((bound) => Math.round(bound)).join('–')})`}
                  </strong>
                ) : (
                  say('unknown')
                )}
              </dd>
            </dl>
            <p style={{ color: '#595959', fontSize: 12, marginBottom: 0 }}>{say('estimateHint')}</p>
          </>
        )}
      </Loaded>
    </Card>
  );
}
