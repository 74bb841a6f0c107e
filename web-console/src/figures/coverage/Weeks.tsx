import { useQueries } from '@tanstack/react-query';
import { Table } from 'antd';
import { call } from '../../api/client';
import { together } from '../../api/use';
import { FigureLink } from '../../parts/show';
import { Loaded } from '../../parts/states';
import { useWords } from '../../words';
import { useStable } from '../ByKey';
import { Chart } from '../charts/Chart';
import { ChartCard } from '../charts/ChartCard';
import { weeksUntil } from '../period';
import type { Coverage } from './tiers';
import { words } from '../words';

const WEEKS = 6;

/** How the coverage of the last weeks has moved. */
export function Weeks({ week }: { week: string }) {
  const weeks = weeksUntil(week, WEEKS);
  const answers = useQueries({
    queries: weeks.map((one) => ({
      queryKey: ['inspection', 'getCoverage', { query: { week: one } }],
      queryFn: ({ signal }: { signal: AbortSignal }) => call('inspection', 'getCoverage', { query: { week: one }, signal }),
    })),
  });
  return <Loaded asked={together(answers, (...rows) => rows)}>{(rows) => <Drawn rows={rows} />}</Loaded>;
}

function Drawn({ rows }: { rows: Coverage[] }) {
  const say = useWords(words);
  const option = useStable({
    grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
    legend: { top: 0 },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: rows.map((row) => row.week) },
    yAxis: [
      { type: 'value', max: 100, axisLabel: { formatter: '{value}%' } },
      { type: 'value', minInterval: 1, splitLine: { show: false } },
    ],
    series: [
      { type: 'line', name: say('covered'), data: rows.map((row) => row.covered.value ?? null) },
      { type: 'bar', name: say('blind'), yAxisIndex: 1, data: rows.map((row) => row.blind.value ?? 0), barMaxWidth: 18, itemStyle: { color: '#d48806' } },
    ],
  });
  return (
    <ChartCard
      title={say('weeks')}
      chart={<Chart label={say('weeks')} height={260} option={option} />}
      table={
        <Table
          size="small"
          rowKey="week"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 'max-content' }}
          columns={[
            { key: 'week', title: say('weekPicked'), dataIndex: 'week' },
            { key: 'covered', title: say('covered'), align: 'right', render: (_, row) => <FigureLink figure={row.covered} /> },
            { key: 'blind', title: say('blind'), align: 'right', render: (_, row) => <FigureLink figure={row.blind} /> },
            { key: 'obligations', title: say('obligations'), align: 'right', render: (_, row) => <FigureLink figure={row.obligations} /> },
          ]}
        />
      }
    />
  );
}
