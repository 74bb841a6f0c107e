import type { EChartsOption } from 'echarts';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { pageOf } from '../parts/show';
import { Loaded, Nothing } from '../parts/states';
import { useWords } from '../words';
import { Chart } from './charts/Chart';
import { ChartCard } from './charts/ChartCard';
import { bars, funnel, lines, pie, type Part } from './charts/options';
import { lengthOf, type Period } from './period';
import { RowsTable } from './RowsTable';
import { ranked, useFigures, useKeyNames, valueOf, weekly, type FiguresRow, type Measure } from './rows';
import { words } from './words';

const HEIGHT = 340;
/** More bars than these cannot be read; the table has them all. */
const BARS = 12;
/** Beyond as many days weeks are drawn. */
const DAYS = 62;
const MOVED: Measure[] = ['filed', 'closed', 'overdue'];

interface Props {
  title: string;
  by: 'UNIT' | 'SUBDISTRICT' | 'CATEGORY';
  period: Period;
}

/** A ranking: who has most of what came in, was closed and was late. */
export function Ranking({ title, by, period }: Props) {
  const say = useWords(words);
  const nameOf = useKeyNames(by);
  const figures = useFigures(by, period);
  return (
    <Loaded asked={figures}>
      {({ rows }) => {
        const sorted = ranked(rows, 'filed');
        const drawn = sorted.slice(0, BARS);
        return (
          <ChartCard
            title={title}
            chart={
              <>
                <Drawn label={title} rows={drawn} measures={MOVED} option={bars(drawn, MOVED, nameOf, say)} />
                {sorted.length > BARS && <div style={{ color: '#595959', fontSize: 12 }}>{say('moreUnits', { count: BARS })}</div>}
              </>
            }
            table={<RowsTable name={say('name')} rows={sorted} nameOf={nameOf} />}
          />
        );
      }}
    </Loaded>
  );
}

/** Day by day, over a long period week by week. */
export function Trend({ period }: { period: Period }) {
  const say = useWords(words);
  const figures = useFigures('DAY', period);
  const long = lengthOf(period) > DAYS;
  const title = say(long ? 'byWeek' : 'byDay');
  return (
    <Loaded asked={figures}>
      {({ rows }) => {
        const drawn = long ? weekly(rows) : rows;
        return (
          <ChartCard
            title={title}
            chart={<Drawn label={title} rows={drawn} measures={MOVED} option={lines(drawn, MOVED, say)} />}
            table={<RowsTable name={say('name')} rows={drawn} nameOf={(key) => key} />}
          />
        );
      }}
    </Loaded>
  );
}

export function Sources({ period }: { period: Period }) {
  const say = useWords(words);
  const nameOf = useKeyNames('SOURCE');
  const figures = useFigures('SOURCE', period);
  return (
    <Loaded asked={figures}>
      {({ rows }) => {
        const sorted = ranked(rows, 'filed').filter((row) => row.filed.value);
        const option = pie(sorted.map((row) => ({ name: nameOf(row.key ?? ''), value: valueOf(row.filed) })));
        return (
          <ChartCard
            title={say('bySource')}
            chart={<Drawn label={say('bySource')} rows={sorted} measures={['filed']} option={option} />}
            table={<RowsTable name={say('bySource')} rows={ranked(rows, 'filed')} nameOf={nameOf} />}
          />
        );
      }}
    </Loaded>
  );
}

interface DrawnProps {
  label: string;
  rows: FiguresRow[];
  measures: Measure[];
  option: EChartsOption;
}

/** A chart whose parts lead to their lists. */
function Drawn({ label, rows, measures, option }: DrawnProps) {
  const say = useWords(words);
  const navigate = useNavigate();
  const drawn = useStable(option);
  return rows.length === 0 ? (
    <Nothing text={say('nothing')} />
  ) : (
    <Chart label={label} height={HEIGHT} option={drawn} onPick={({ index, series }) => void navigate(pageOf(rows[index][measures[series]].list))} />
  );
}

/** The same option as long as it says the same: a chart that is asked for again does not begin anew. */
export function useStable(option: EChartsOption): EChartsOption {
  const text = JSON.stringify(option);
  return useMemo(() => JSON.parse(text) as EChartsOption, [text]);
}

const CLOSED = ['WRITTEN_OFF'];
const CHECKED = ['RECHECK_PENDING', ...CLOSED];
const REPLIED = ['REPLIED', 'REWORK', ...CHECKED];
const ISSUED = ['ISSUED', 'ACKNOWLEDGED', 'RETURN_REQUESTED', 'SUSPENDED', ...REPLIED];
const STEPS = [
  ['loopFiled', undefined],
  ['loopIssued', ISSUED],
  ['loopReplied', REPLIED],
  ['loopChecked', CHECKED],
  ['loopClosed', CLOSED],
] as const;

/** How far what was filed in the period has come. */
export function Loop({ period }: { period: Period }) {
  const say = useWords(words);
  const figures = useFigures('STATUS', period);
  return (
    <Loaded asked={figures}>
      {({ rows, total }) => {
        const steps = STEPS.map(([name, states]) => ({
          name: say(name),
          value: states ? rows.filter((row) => states.includes(row.key ?? '')).reduce((sum, row) => sum + valueOf(row.filed), 0) : valueOf(total.filed),
          list: total.filed.list + (states ?? []).map((state) => `&status=${state}`).join(''),
        }));
        return <LoopCard steps={steps} rows={rows} />;
      }}
    </Loaded>
  );
}

function LoopCard({ steps, rows }: { steps: (Part & { list: string })[]; rows: FiguresRow[] }) {
  const say = useWords(words);
  const navigate = useNavigate();
  const nameOf = useKeyNames('STATUS');
  const option = useStable(funnel(steps.map(({ name, value }) => ({ name, value }))));
  return (
    <ChartCard
      title={say('loop')}
      chart={
        <>
          <Chart label={say('loop')} height={HEIGHT - 20} option={option} onPick={({ index }) => void navigate(pageOf(steps[index].list))} />
          <div style={{ color: '#595959', fontSize: 12 }}>{say('loopHint')}</div>
        </>
      }
      table={<RowsTable name={say('loop')} rows={rows} nameOf={nameOf} measures={['filed']} />}
    />
  );
}
