import { useNavigate } from 'react-router';
import { pageOf } from '../parts/show';
import { useWords } from '../words';
import { useStable } from '../figures/ByKey';
import { Chart } from '../figures/charts/Chart';
import { lines } from '../figures/charts/options';
import type { Period } from '../figures/period';
import { useFigures, type Measure } from '../figures/rows';
import { Failed } from './Failed';
import { words } from './words';

const MOVED: Measure[] = ['filed', 'closed', 'overdue'];

/** What came in, was closed and was late, day by day. */
export function Trend({ period, every }: { period: Period; every: number }) {
  const say = useWords(words);
  const navigate = useNavigate();
  const figures = useFigures('DAY', period, every);
  const rows = figures.data?.rows ?? [];
  const option = useStable(lines(rows, MOVED, (measure) => say(measure as 'filed' | 'closed' | 'overdue')));
  return (
    <>
      <Failed asked={[figures]} />
      <div style={{ flex: 1, minHeight: 240 }}>
        <Chart
          label={say('trend', { days: rows.length })}
          height="100%"
          dark
          option={option}
          onPick={({ index, series }) => void navigate(pageOf(rows[index][MOVED[series]].list))}
        />
      </div>
    </>
  );
}
