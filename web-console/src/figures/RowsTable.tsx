import { Table } from 'antd';
import { FigureLink } from '../parts/show';
import { Nothing } from '../parts/states';
import { useWords } from '../words';
import { MEASURES, valueOf, type FiguresRow, type Measure } from './rows';
import { words } from './words';

interface Props {
  name: string;
  rows: FiguresRow[];
  nameOf: (key: string) => string;
  measures?: readonly Measure[];
}

/** Rows of figures, each number with its list. */
export function RowsTable({ name, rows, nameOf, measures = MEASURES }: Props) {
  const say = useWords(words);
  return (
    <Table<FiguresRow>
      size="small"
      rowKey="key"
      dataSource={rows}
      pagination={rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Nothing text={say('nothing')} /> }}
      columns={[
        { key: 'name', title: name, render: (_, row) => nameOf(row.key ?? '') },
        ...measures.map((measure) => ({
          key: measure,
          title: say(measure),
          align: 'right' as const,
          sorter: (one: FiguresRow, other: FiguresRow) => valueOf(one[measure]) - valueOf(other[measure]),
          render: (_: unknown, row: FiguresRow) => <FigureLink figure={row[measure]} />,
        })),
      ]}
    />
  );
}
