import { Button, DatePicker, Form, Input, Select, Tag } from 'antd';
import type { Service } from '../api/client';
import type { Shape, Shapes } from '../api/shapes';
import { choices, label, useFrameWords } from '../words';
import { chosenFrom, instantOf } from './moments';
import { namedKind, NamedSelect } from './names';
import { Shown } from './show';
import dayjs from 'dayjs';

interface Props {
  service: Service;
  names: string[];
  /** What else the address asks for, as the number of a report does: shown, and to be taken away. */
  others: string[];
  shapes: Shapes;
  address: URLSearchParams;
  ask: (change: Record<string, string[]>) => void;
}

/** The filters of a list, each as what it is: codes to choose, moments, words. */
export function Filters({ service, names, others, shapes, address, ask }: Props) {
  const say = useFrameWords();
  return (
    <Form layout="vertical" size="middle" component="search" style={{ marginBottom: 12 }}>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))', gap: '0 16px', alignItems: 'end' }}>
        {names.map((name) => (
          <Form.Item key={name} label={label(service, undefined, name)} htmlFor={`filter-${name}`} style={{ marginBottom: 8 }}>
            <Filter name={name} shape={shapes[name]} values={address.getAll(name)} change={(values) => ask({ [name]: values })} />
          </Form.Item>
        ))}
        <Form.Item style={{ marginBottom: 8 }}>
          <Button onClick={() => ask(Object.fromEntries([...names, ...others].map((name) => [name, []])))}>{say('clear')}</Button>
        </Form.Item>
      </div>
      {others.map((name) => (
        <Tag key={name} closable={{ 'aria-label': say('clear') }} onClose={() => ask({ [name]: [] })} style={{ whiteSpace: 'normal' }}>
          {label(service, undefined, name)}: <Shown service={service} shape={shapes[name]} field={name} value={valueIn(shapes[name], address.getAll(name))} />
        </Tag>
      ))}
    </Form>
  );
}

function valueIn(shape: Shape | undefined, values: string[]): unknown {
  return shape?.kind === 'list' ? values : shape?.kind === 'boolean' ? values[0] === 'true' : values.join(', ');
}

interface FilterProps {
  name: string;
  shape: Shape | undefined;
  values: string[];
  change: (values: string[]) => void;
}

function Filter({ name, shape, values, change }: FilterProps) {
  const say = useFrameWords();
  const id = `filter-${name}`;
  const list = shape?.kind === 'list';
  const type = list ? shape.of?.kind : shape?.kind;
  const kind = type === 'code' ? undefined : namedKind(name);
  if (kind) {
    return (
      <NamedSelect id={id} kind={kind} multiple={list} value={list ? values : values[0]} onChange={(chosen) => change(chosen === undefined ? [] : [chosen].flat())} />
    );
  }
  if (type === 'code' || type === 'boolean') {
    const options = type === 'code' ? choices(shape as Shape) : [{ value: 'true', label: say('yes') }, { value: 'false', label: say('no') }];
    return (
      <Select
        id={id}
        mode={list ? 'multiple' : undefined}
        value={list ? values : values[0]}
        options={options}
        allowClear
        style={{ width: '100%' }}
        onChange={(chosen: string | string[] | undefined) => change(chosen === undefined ? [] : [chosen].flat())}
      />
    );
  }
  if (type === 'instant' || type === 'day') {
    return (
      <DatePicker
        id={id}
        showTime={type === 'instant' ? { format: 'HH:mm' } : false}
        value={values[0] ? (type === 'instant' ? chosenFrom(values[0]) : dayjs(values[0])) : null}
        onChange={(chosen) => change(chosen ? [type === 'instant' ? instantOf(chosen) : chosen.format('YYYY-MM-DD')] : [])}
        style={{ width: '100%' }}
      />
    );
  }
  return <Input.Search key={values[0]} id={id} defaultValue={values[0]} allowClear onSearch={(typed) => change(typed.trim() ? [typed.trim()] : [])} />;
}
