import { Select } from 'antd';
import { useReference } from '../api/use';
import { language } from '../words';

/** What is known by a code and shown by a name. */
export type NamedKind = 'unit' | 'subdistrict' | 'category' | 'channel' | 'workLine';

const KINDS: [RegExp, NamedKind][] = [
  [/(^u|U)nitCodes?$|^unit$/, 'unit'],
  [/^subdistrictCodes?$|^subdistricts?$/, 'subdistrict'],
  [/^(category|problemCategory)Codes?$|^categories$/, 'category'],
  [/^channel(Code)?$/, 'channel'],
  [/^(workL|l)ineCode$/, 'workLine'],
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

function useThings(kind: NamedKind): NamedThing[] {
  const units = useReference('dispatch', 'listUnits', { query: { limit: 200 } });
  const subdistricts = useReference('dispatch', 'listSubdistricts');
  const categories = useReference('intake', 'listCategories');
  const channels = useReference('intake', 'listPublicChannels');
  const lines = useReference('dispatch', 'listWorkLines');
  const answers = { unit: units, subdistrict: subdistricts, category: categories, channel: channels, workLine: lines };
  const data = answers[kind].data as { items?: NamedThing[] } | NamedThing[] | undefined;
  return Array.isArray(data) ? data : (data?.items ?? []);
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
