import { Card, Table } from 'antd';
import { Link } from 'react-router';
import type { OperationId, Query, Row, Service } from '../api/client';
import { shapesOf } from '../api/shapes';
import { useAnswer } from '../api/use';
import { Shown } from '../parts/show';
import { Loaded, Nothing } from '../parts/states';
import { label, useWords } from '../words';
import { words } from './words';

interface Props<S extends Service, O extends OperationId<S>> {
  title: string;
  service: S;
  operation: O;
  object: string;
  /** Where the whole list is. */
  list: string;
  query: Query<S, O>;
  columns: (keyof Row<S, O> & string)[];
  linkOf: (row: Row<S, O>) => string;
  /** What is said where there are no rows. */
  empty: string;
}

const ROWS = 8;

/** The first rows of a list, and the way to all of them. */
export function FirstRows<S extends Service, O extends OperationId<S>>({ title, service, operation, object, list, query, columns, linkOf, empty }: Props<S, O>) {
  type R = Row<S, O> & { id: string };
  const say = useWords(words);
  const answer = useAnswer(service, operation, { query: { ...(query as object), limit: ROWS, count: 'exact' } as unknown as Query<S, O> });
  const shapes = shapesOf(service, object);
  const page = answer.data as { items: R[]; total?: number | null } | undefined;
  return (
    <Card
      size="small"
      style={{ marginTop: 16 }}
      title={<h2 style={{ fontSize: 16, margin: 0 }}>{title}</h2>}
      extra={<Link to={list}>{typeof page?.total === 'number' ? say('allOf', { total: page.total }) : say('all')}</Link>}
    >
      <Loaded asked={{ ...answer, data: page }}>
        {({ items }) => (
          <Table<R>
            size="small"
            rowKey="id"
            dataSource={items}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: <Nothing text={empty} /> }}
            columns={columns.map((field, index) => ({
              key: field,
              title: label(service, object, field),
              render: (_, row) => {
                const shown = <Shown service={service} shape={shapes[field]} field={field} value={row[field]} />;
                return index === 0 ? <Link to={linkOf(row)}>{shown}</Link> : shown;
              },
            }))}
          />
        )}
      </Loaded>
    </Card>
  );
}
