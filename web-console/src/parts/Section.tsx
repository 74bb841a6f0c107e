import { Card } from 'antd';
import type { ReactNode } from 'react';

/** A part of a page about one record. */
export function Section({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) {
  return (
    <Card
      size="small"
      style={{ marginBottom: 12 }}
      extra={extra}
      title={<h2 style={{ fontSize: 15, margin: 0 }}>{title}</h2>}
    >
      {children}
    </Card>
  );
}
