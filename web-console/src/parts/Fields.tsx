import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import type { Service } from '../api/client';
import { shapesOf } from '../api/shapes';
import { label } from '../words';
import { Shown } from './show';

interface Props<T extends object> {
  service: Service;
  /** Name of the view in the description of the service, such as `OrderItemView`. */
  object: string;
  value: T;
  fields: (keyof T & string)[];
  columns?: number;
  title?: string;
  /** Shown otherwise than what they are. */
  show?: Partial<Record<keyof T & string, ReactNode>>;
}

/** Fields of a record with what they are called. */
export function Fields<T extends object>({ service, object, value, fields, columns = 3, title, show = {} }: Props<T>) {
  const shapes = shapesOf(service, object);
  return (
    <Descriptions
      size="small"
      bordered
      title={title}
      styles={{ label: { minWidth: 96 } }}
      column={{ xs: 1, sm: 1, md: Math.min(2, columns), lg: columns }}
      items={fields.map((field) => ({
        key: field,
        label: label(service, object, field),
        children: show[field] ?? <Shown service={service} shape={shapes[field]} field={field} value={value[field]} />,
      }))}
    />
  );
}
