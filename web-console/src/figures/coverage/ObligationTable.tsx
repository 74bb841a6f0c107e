import { Card, Table, Tag } from 'antd';
import { Link } from 'react-router';
import { useAnswer } from '../../api/use';
import { Named } from '../../parts/names';
import { FigureLink } from '../../parts/show';
import { Loaded, Nothing } from '../../parts/states';
import { code, useWords } from '../../words';
import { words } from '../words';

/** What leaders owe in a week: a visit of each work line, and one of the frontline. */
export function ObligationTable({ week }: { week: string }) {
  const say = useWords(words);
  const obligations = useAnswer('inspection', 'listObligations', { query: { week, limit: 200 } });
  return (
    <Card size="small" title={<h2 style={{ fontSize: 16, margin: 0 }}>{say('obligationList')}</h2>} extra={<Link to={`/coverage/obligations?week=${week}`}>{week}</Link>}>
      <Loaded asked={obligations}>
        {({ items }) => (
          <Table
            size="small"
            rowKey={(row) => `${row.tier} ${row.lineCode ?? ''}`}
            dataSource={items}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: <Nothing text={say('nobody')} /> }}
            columns={[
              { key: 'tier', title: say('tier'), render: (_, row) => code('InspectionTier', row.tier) },
              { key: 'line', title: say('line'), render: (_, row) => (row.lineCode ? <Named kind="workLine" code={row.lineCode} /> : say('district')) },
              { key: 'visits', title: say('visits'), align: 'right', render: (_, row) => <FigureLink figure={row.visits} /> },
              { key: 'done', title: say('done'), render: (_, row) => <Tag color={row.done ? 'green' : 'red'}>{say(row.done ? 'done' : 'owed')}</Tag> },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
