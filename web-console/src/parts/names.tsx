import { Select } from 'antd';
import type { OperationId, Query, Service } from '../api/client';
import { useReference } from '../api/use';
import { language } from '../words';

/** What is known by a code and shown by a name. */
export type NamedKind = 'unit' | 'subdistrict' | 'category' | 'channel' | 'workLine' | 'clause';

const KINDS: [RegExp, NamedKind][] = [
  [/(^u|U)nitCodes?$|^unit$/, 'unit'],
  [/^subdistrictCodes?$|^subdistricts?$/, 'subdistrict'],
  [/^(category|problemCategory)Codes?$|^categories$/, 'category'],
  [/^channel(Code)?$/, 'channel'],
  [/^(workL|l)ineCode$/, 'workLine'],
  [/^clauseCode$/, 'clause'],
];

/** By which names a field of this name is shown and chosen. */
export function namedKind(field: string): NamedKind | undefined {
  return KINDS.find(([pattern]) => pattern.test(field))?.[1];
}

interface NamedThing {
  code: string;
  name: string;
  englishName?: string;
  active?: boolean;
  aliases?: string[];
}

/** Where the names of a kind are; only those of the kinds on a page are asked for. */
const SOURCES = {
  unit: source('dispatch', 'listUnits', { limit: 200 }),
  subdistrict: source('dispatch', 'listSubdistricts'),
  category: source('intake', 'listCategories'),
  channel: source('intake', 'listPublicChannels'),
  workLine: source('dispatch', 'listWorkLines'),
  clause: source('dispatch', 'listDutyClauses'),
} satisfies Record<NamedKind, unknown>;

interface Source {
  service: Service;
  id: OperationId<Service>;
  query: unknown;
}

function source<S extends Service, O extends OperationId<S>>(service: S, id: O, query?: Query<S, O>): Source {
  return { service, id: id as unknown as OperationId<Service>, query };
}

function useThings(kind: NamedKind): NamedThing[] {
  const { service, id, query } = SOURCES[kind];
  const data = useReference(service, id, query ? { query: query as never } : {}).data as unknown as { items?: (NamedThing | Clause)[] } | NamedThing[] | undefined;
  return (Array.isArray(data) ? data : (data?.items ?? [])).map((thing) => ('text' in thing ? { code: thing.code, name: thing.text } : thing));
}

interface Clause {
  code: string;
  text: string;
}

/** A name for a code; the code itself as long as there is none. */
export function Named({ kind, code }: { kind: NamedKind; code: string }) {
  return <>{nameOf(useThings(kind), code)}</>;
}

/** Names for codes where no element fits, as in a chart. */
export function useNames(kind: NamedKind): (code: string) => string {
  const things = useThings(kind);
  return (code) => nameOf(things, code);
}

function nameOf(things: NamedThing[], code: string): string {
  const thing = things.find((candidate) => candidate.code === code);
  return (language() === 'en' && thing?.englishName) || thing?.name || code;
}

interface NamedSelectProps {
  kind: NamedKind;
  multiple?: boolean;
  id?: string;
  value?: string | string[];
  onChange?: (value: string | string[] | undefined) => void;
  disabled?: boolean;
  'aria-label'?: string;
}

/** Chosen by name, alias or code. */
export function NamedSelect({ kind, multiple, ...rest }: NamedSelectProps) {
  const options = useThings(kind)
    .filter((thing) => thing.active !== false)
    .map((thing) => ({ value: thing.code, label: nameOf([thing], thing.code), words: [thing.name, thing.code, ...(thing.aliases ?? [])].join(' ').toLowerCase() }));
  return (
    <Select
      {...rest}
      mode={multiple ? 'multiple' : undefined}
      options={options}
      allowClear
      showSearch={{ filterOption: (typed, option) => option?.words.includes(typed.toLowerCase()) ?? false }}
      popupMatchSelectWidth={false}
      style={{ minWidth: 160, width: '100%' }}
    />
  );
}
