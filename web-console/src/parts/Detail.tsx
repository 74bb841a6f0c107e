import { Flex, Space, Table, Typography } from 'antd';
import type { Key, ReactNode } from 'react';
import type { Service } from '../api/client';
import { shapesOf } from '../api/shapes';
import { label } from '../words';
import { Shown } from './show';
import { Nothing } from './states';

/** A record on a page of its own: what it is called, how it stands, what may be done, and its sections. */
export function Detail({ title, tags, acts, children }: { title: string; tags?: ReactNode; acts?: ReactNode; children: ReactNode }) {
  return (
    <article>
      <Flex wrap gap={12} align="center" justify="space-between" style={{ marginBottom: 16 }}>
        <Space wrap>
          <Typography.Title level={1} style={{ fontSize: 20, margin: 0, overflowWrap: 'anywhere' }}>
            {title}
          </Typography.Title>
          {tags}
        </Space>
        <Flex wrap gap={8}>{acts}</Flex>
      </Flex>
      {children}
    </article>
  );
}

export function Section({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} style={{ marginTop: 24 }}>
      <Flex wrap gap={8} align="center" justify="space-between" style={{ marginBottom: 8 }}>
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
          {title}
        </Typography.Title>
        <Space wrap>{extra}</Space>
      </Flex>
      {children}
    </section>
  );
}

interface RowsProps<T> {
  service: Service;
  object: string;
  rows: T[];
  fields: (keyof T & string)[];
  /** Shown otherwise than what they are. */
  show?: Partial<Record<keyof T & string, (row: T) => ReactNode>>;
  titles?: Partial<Record<keyof T & string, string>>;
  keyOf: (row: T) => Key;
  /** What may be done with a row. */
  acts?: { title: string; of: (row: T) => ReactNode };
}

/** The parts of a record that it has itself, such as the stops of an inspection. */
export function Rows<T extends object>({ service, object, rows, fields, show = {}, titles = {}, keyOf, acts }: RowsProps<T>) {
  const shapes = shapesOf(service, object);
  const columns = fields.map((field) => ({
    key: field as string,
    title: titles[field] ?? label(service, object, field),
    render: (_: unknown, row: T): ReactNode => show[field]?.(row) ?? <Shown service={service} shape={shapes[field]} field={field} value={row[field]} />,
  }));
  return (
    <Table<T>
      size="small"
      rowKey={keyOf}
      dataSource={rows}
      pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Nothing /> }}
      columns={acts ? [...columns, { key: 'acts', title: acts.title, render: (_: unknown, row: T) => acts.of(row) }] : columns}
    />
  );
}
