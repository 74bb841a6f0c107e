import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, DatePicker, Form, Input, InputNumber, Select, Space, type FormInstance } from 'antd';
import dayjs, { isDayjs, type Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import type { Service } from '../api/client';
import type { Problem } from '../api/problem';
import { shapesOf, type Shape, type Shapes } from '../api/shapes';
import { choices, label, useFrameWords } from '../words';
import { chooserOf } from './choose';
import { chosenFrom, instantOf } from './moments';
import { namedKind, NamedSelect } from './names';
import { PhotoUpload } from './photos';

/** How one form differs from what its shapes say. */
export interface FieldChange {
  label?: string;
  help?: ReactNode;
  /** Asked for by the pages although the API could do without. */
  required?: boolean;
  control?: ReactNode;
  /** Of a code: the values that this form offers. */
  codes?: string[];
  /** Whether it is asked for, by what else the form holds. What is not asked for is not sent. */
  when?: (typed: Record<string, unknown>) => boolean;
  /** Of an object or a list of objects: which of its fields, and how they differ. */
  fields?: string[];
  changes?: FieldChanges;
}
export type FieldChanges = Partial<Record<string, FieldChange>>;

type Say = ReturnType<typeof useFrameWords>;
type Name = (string | number)[];

interface FieldsProps {
  service: Service;
  object: string;
  shapes: Shapes;
  /** In this order; all of them where none are named. */
  only?: string[];
  changes?: FieldChanges;
  at?: Name;
  /** Nothing has to be filled in: of an object that can be left out. */
  relaxed?: boolean;
}

/** Fields of a form as the API describes them: what they are, what they are called, and how they are bounded. */
export function FormFields({ service, object, shapes, only, changes = {}, at = [], relaxed }: FieldsProps) {
  const shapeOf = (field: string) => (relaxed ? { ...shapes[field], required: false } : shapes[field]);
  return (
    <>
      {(only ?? Object.keys(shapes)).map((field) => (
        <FormField key={field} service={service} object={object} shape={shapeOf(field)} field={field} change={changes[field] ?? {}} at={at} />
      ))}
    </>
  );
}

interface FieldProps {
  service: Service;
  object: string;
  shape: Shape;
  field: string;
  change: FieldChange;
  at: Name;
}

function FormField(props: FieldProps) {
  const { when } = props.change;
  if (!when) {
    return <AskedField {...props} />;
  }
  return (
    <Form.Item noStyle shouldUpdate>
      {(form) => when(form.getFieldsValue(true) as Record<string, unknown>) && <AskedField {...props} />}
    </Form.Item>
  );
}

function AskedField({ service, object, shape, field, change, at }: FieldProps) {
  const say = useFrameWords();
  const title = change.label ?? label(service, object, field);
  const name = [...at, field];
  const required = change.required ?? shape.required;
  if (shape.object === MONEY && shape.kind === 'object' && !change.control) {
    return (
      <Form.Item name={name} label={say('amountInYuan', { name: title.replace(/（元）$|\s*\((yuan|CNY)\)$/i, '') })} extra={change.help} rules={[{ required, message: say('required') }]}>
        <MoneyInput />
      </Form.Item>
    );
  }
  if (shape.kind === 'object' && !change.control) {
    const parts = (relaxed: boolean) => (
      <FormFields
        service={service}
        object={shape.object ?? ''}
        shapes={shapesOf(service, shape.object ?? '')}
        only={change.fields}
        changes={change.changes}
        at={name}
        relaxed={relaxed}
      />
    );
    return (
      <fieldset style={{ border: '1px solid #d9d9d9', borderRadius: 6, marginBottom: 16, padding: '8px 12px 0' }}>
        <legend style={{ fontSize: 14, width: 'auto', padding: '0 6px', marginBottom: 0, border: 0, color: 'inherit' }}>{title}</legend>
        {required ? (
          parts(false)
        ) : (
          <Form.Item noStyle shouldUpdate>
            {(form) => parts(!Object.values((form.getFieldValue(name) as object | undefined) ?? {}).some((value) => value !== undefined && value !== null && value !== ''))}
          </Form.Item>
        )}
      </fieldset>
    );
  }
  if (shape.kind === 'list' && shape.of?.kind === 'object' && !change.control) {
    return <ObjectList service={service} shape={shape} name={name} title={title} required={required} change={change} />;
  }
  const checkbox = shape.kind === 'boolean' && !change.control;
  return (
    <Form.Item
      name={name}
      label={checkbox ? undefined : title}
      extra={change.help}
      rules={rulesOf(shape, required, say)}
      valuePropName={checkbox ? 'checked' : 'value'}
    >
      {change.control ?? controlOf(change.codes ? { ...shape, values: change.codes } : shape, field, title)}
    </Form.Item>
  );
}

interface ListProps {
  service: Service;
  shape: Shape;
  name: Name;
  title: string;
  required?: boolean;
  change: FieldChange;
}

function ObjectList({ service, shape, name, title, required, change }: ListProps) {
  const say = useFrameWords();
  const object = shape.of?.object ?? '';
  const form = Form.useFormInstance();
  const [begun] = useState(() => form.getFieldValue(name) !== undefined);
  return (
    <Form.List name={name} initialValue={!begun && (required || shape.minItems) ? [{}] : undefined}>
      {(rows, { add, remove }) => (
        <fieldset style={{ border: '1px solid #d9d9d9', borderRadius: 6, marginBottom: 16, padding: '8px 12px' }}>
          <legend style={{ fontSize: 14, width: 'auto', padding: '0 6px', marginBottom: 0, border: 0, color: 'inherit' }}>{title}</legend>
          {rows.map((row) => (
            <div key={row.key} style={{ display: 'flex', gap: 8, alignItems: 'start', borderBottom: '1px solid #f0f0f0', marginBottom: 8 }}>
              <div style={{ flex: 1, minWidth: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))', gap: '0 12px' }}>
                <FormFields service={service} object={object} shapes={shapesOf(service, object)} only={change.fields} changes={change.changes} at={[row.name]} />
              </div>
              <Button type="text" icon={<MinusCircleOutlined />} aria-label={say('remove')} onClick={() => remove(row.name)} />
            </div>
          ))}
          <Button type="dashed" block icon={<PlusOutlined />} disabled={rows.length >= (shape.maxItems ?? Infinity)} onClick={() => add({})}>
            {say('add')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

const MONEY = 'Money';
const MOST_MONEY = '999999999999.99';

interface MoneyInputProps {
  id?: string;
  value?: { amount: string; currency: string };
  onChange?: (value: { amount: string; currency: string } | undefined) => void;
}

/** An amount in yuan, kept as the digits that were typed. */
function MoneyInput({ id, value, onChange }: MoneyInputProps) {
  return (
    <InputNumber<string>
      id={id}
      stringMode
      min="0"
      max={MOST_MONEY}
      precision={2}
      value={value?.amount}
      onChange={(amount) => onChange?.(amount === null || amount === '' ? undefined : { amount: String(amount), currency: 'CNY' })}
      style={{ width: '100%' }}
    />
  );
}

const LONG = 300;
/** How the pattern of every duration begins. */
const DURATION = '^-?P(';
const SPANS = { M: 'minute', H: 'hour', D: 'day' } as const;
type Span = keyof typeof SPANS;

interface DurationInputProps {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

/** A span of time as a number of minutes, hours or days; as the API writes it, such as `PT48H`. */
export function DurationInput({ id, value, onChange }: DurationInputProps) {
  const say = useFrameWords();
  const known = /^P(?:(\d+)(D)|T(\d+)([HM]))$/.exec(value ?? '');
  const [span, setSpan] = useState<Span>((known?.[2] ?? known?.[4] ?? 'H') as Span);
  const number = known ? Number(known[1] ?? known[3]) : null;
  const tell = (chosen: number | null, of: Span) => onChange?.(chosen === null ? undefined : of === 'D' ? `P${chosen}D` : `PT${chosen}${of}`);
  return (
    <Space.Compact block>
      <InputNumber id={id} min={1} precision={0} value={number} onChange={(chosen) => tell(chosen, span)} style={{ width: '100%' }} />
      <Select
        aria-label={say('unitOfTime')}
        value={span}
        options={(Object.keys(SPANS) as Span[]).map((key) => ({ value: key, label: say(SPANS[key]) }))}
        onChange={(chosen) => {
          setSpan(chosen);
          tell(number, chosen);
        }}
        style={{ width: 110 }}
      />
    </Space.Compact>
  );
}


function controlOf(shape: Shape, field: string, title: string): ReactNode {
  const named = namedKind(field);
  const list = shape.kind === 'list';
  const kind = list ? shape.of?.kind : shape.kind;
  if (field.endsWith('hotoIds') || field === 'attachmentIds') {
    return <PhotoUpload most={shape.maxItems ?? 20} />;
  }
  if (named) {
    return <NamedSelect kind={named} multiple={list} />;
  }
  const chooser = chooserOf(field, list);
  if (chooser) {
    return chooser;
  }
  if (kind === 'code') {
    return <Select mode={list ? 'multiple' : undefined} options={choices(shape)} allowClear={!shape.required} />;
  }
  if (list) {
    return <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、', ';', '；']} />;
  }
  if (shape.pattern?.startsWith(DURATION)) {
    return <DurationInput />;
  }
  switch (kind) {
    case 'boolean':
      return <Checkbox>{title}</Checkbox>;
    case 'instant':
      return <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />;
    case 'day':
      return <DatePicker style={{ width: '100%' }} />;
    case 'integer':
    case 'number':
      return <InputNumber min={shape.minimum} max={shape.maximum} precision={kind === 'integer' ? 0 : undefined} style={{ width: '100%' }} />;
    default:
      return (shape.maxLength ?? LONG) > LONG ? <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} /> : <Input />;
  }
}

/** What the API would refuse, said before it is sent. Lengths count characters, as there. */
function rulesOf(shape: Shape, required: boolean | undefined, say: Say) {
  return [
    ...(required ? [requiredRule(shape, say('required'))] : []),
    {
      validator: (_: unknown, value: unknown) => {
        const fault = faultOf(shape, value, say);
        return fault ? Promise.reject(new Error(fault)) : Promise.resolve();
      },
    },
  ];
}

/** An empty list says something where the API lets it be empty; a box that is not ticked says no. */
function requiredRule(shape: Shape, message: string) {
  switch (shape.kind) {
    case 'boolean':
      return { required: false };
    case 'list':
      return { required: (shape.minItems ?? 0) > 0, type: 'array' as const, message };
    case 'string':
      return { required: true, whitespace: true, message };
    default:
      return { required: true, message };
  }
}

function faultOf(shape: Shape, value: unknown, say: Say): string | undefined {
  if (Array.isArray(value)) {
    return value.length > (shape.maxItems ?? Infinity) ? say('tooMany', { max: shape.maxItems }) : undefined;
  }
  if (typeof value !== 'string' || value.trim() === '') {
    return undefined;
  }
  const characters = [...value].length;
  if (characters > (shape.maxLength ?? Infinity)) {
    return say('tooLong', { max: shape.maxLength });
  }
  if (characters < (shape.minLength ?? 0)) {
    return say('tooShort', { min: shape.minLength });
  }
  return shape.pattern && !new RegExp(shape.pattern, 'u').test(value) ? say('badPattern') : undefined;
}

/** What a form holds, as the API wants it: no blanks, moments of the district, and nothing where nothing was said. */
export function valuesOf(shapes: Shapes, typed: Record<string, unknown>, service: Service): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(typed)
      .map(([field, value]) => [field, valueOf(shapes[field], value, service)] as const)
      .filter(([, value]) => value !== undefined),
  );
}

/** What a required field says where nothing was filled in. */
const EMPTY: Partial<Record<Shape['kind'], unknown>> = { list: [], boolean: false };

function valueOf(shape: Shape | undefined, value: unknown, service: Service): unknown {
  if (value === null || value === undefined) {
    return shape?.required ? EMPTY[shape.kind] : undefined;
  }
  if (isDayjs(value)) {
    return shape?.kind === 'day' ? value.format('YYYY-MM-DD') : instantOf(value);
  }
  if (typeof value === 'string') {
    return value.trim() === '' ? undefined : value.trim();
  }
  if (Array.isArray(value)) {
    return value.map((part) => valueOf(shape?.of, part, service)).filter((part) => part !== undefined);
  }
  if (typeof value === 'object') {
    const inner = valuesOf(shapesOf(service, shape?.object ?? ''), value as Record<string, unknown>, service);
    return Object.keys(inner).length > 0 ? inner : undefined;
  }
  return value;
}

/** The other way round, to begin a form with what there is. */
export function typedFrom(shapes: Shapes, values: Record<string, unknown>, service: Service): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([field]) => shapes[field])
      .map(([field, value]) => [field, typedOf(shapes[field], value, service)]),
  );
}

function typedOf(shape: Shape, value: unknown, service: Service): unknown {
  if (value === null || value === undefined) {
    return undefined;
  }
  if (shape.kind === 'instant') {
    return chosenFrom(value as string);
  }
  if (shape.kind === 'day') {
    return dayjs(value as string) satisfies Dayjs;
  }
  if (shape.kind === 'list' && shape.of) {
    const of = shape.of;
    return (value as unknown[]).map((part) => typedOf(of, part, service));
  }
  return shape.kind === 'object' ? typedFrom(shapesOf(service, shape.object ?? ''), value as Record<string, unknown>, service) : value;
}

/** Puts what the API refused at its fields; returns whether every fault found one. */
export function showFaults(form: FormInstance, problem: Problem): boolean {
  const faults = (problem.errors ?? []).map((fault) => ({
    name: fault.field.split(/[.[\]]+/).filter(Boolean).map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    errors: [fault.message],
  }));
  const known = faults.filter((fault) => form.getFieldInstance(fault.name) !== undefined || form.getFieldValue(fault.name) !== undefined);
  form.setFields(known);
  return known.length > 0 && known.length === faults.length;
}
