import { Table } from 'antd';
import type { Row } from '../api/client';
import { together, useAnswer } from '../api/use';
import { FigureLink, type Figure } from '../parts/show';
import { Beside, Loaded } from '../parts/states';
import { code, useWords } from '../words';
import { changeOf } from './Change';
import { before, yearBefore, type Period } from './period';
import { words } from './words';

type Line = Row<'inspection', 'listReportLines'>;

function useLines(period: Period) {
  return useAnswer('inspection', 'listReportLines', { query: { ...period, limit: 200 } });
}

/** What is reported upward, line by line, beside the period before and a year ago. */
export function ReportTable({ period }: { period: Period }) {
  const say = useWords(words);
  const now = useLines(period);
  const askedPast = useLines(before(period));
  const askedLastYear = useLines(yearBefore(period));
  const past = askedPast.data?.items;
  const lastYear = askedLastYear.data?.items;
  const among = (lines: Line[] | undefined, line: Line) => figureOf(lines?.find((one) => one.item === line.item));
  const shown = (figure: Figure | undefined) => (figure ? <FigureLink figure={figure} /> : '—');
  return (
    <Loaded asked={now}>
      {({ items }) => (
        <>
          <Table<Line>
            size="small"
            rowKey="item"
            dataSource={items}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={[
              { key: 'item', title: say('item'), render: (_, line) => code('ReportItem', line.item) },
              { key: 'now', title: say('now'), align: 'right', render: (_, line) => shown(figureOf(line)) },
              { key: 'past', title: say('past'), align: 'right', render: (_, line) => shown(among(past, line)) },
              { key: 'before', title: say('before'), align: 'right', render: (_, line) => changeOf(figureOf(line), among(past, line), say) },
              { key: 'lastYear', title: say('lastYear'), align: 'right', render: (_, line) => shown(among(lastYear, line)) },
              { key: 'yearBefore', title: say('yearBefore'), align: 'right', render: (_, line) => changeOf(figureOf(line), among(lastYear, line), say) },
            ]}
          />
          <Beside asked={together([askedPast, askedLastYear], () => null)} />
        </>
      )}
    </Loaded>
  );
}

function figureOf(line: Line | undefined): Figure | undefined {
  return line && { value: line.value ?? null, numerator: line.numerator ?? null, denominator: line.denominator ?? null, list: line.list };
}
