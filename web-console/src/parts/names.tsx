import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { call } from '../api/client';
import { code as wordOf, language } from '../words';
import { Choices } from './Choices';

/** What is known by a code and shown by a name. */
export type NamedKind = 'unit' | 'subdistrict' | 'community' | 'category' | 'channel' | 'workLine' | 'body' | 'clause';

const KINDS: [RegExp, NamedKind][] = [
  [/(^u|U)nitCodes?$|^unit$/, 'unit'],
  [/^subdistrictCodes?$|^subdistricts?$/, 'subdistrict'],
  [/^(category|problemCategory)Codes?$|^categories$/, 'category'],
  [/^communityCode$/, 'community'],
  [/^channel(Code)?$/, 'channel'],
  [/^(likelyB|b)odyCode$/, 'body'],
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

const SOURCES: Record<NamedKind, () => Promise<unknown>> = {
  unit: () => call('dispatch', 'listUnits', { query: { limit: 200 } }),
  subdistrict: () => call('dispatch', 'listSubdistricts'),
  community: () => call('intake', 'listPublicCommunities'),
  category: () => call('intake', 'listCategories'),
  channel: () => call('intake', 'listChannels'),
  workLine: () => call('dispatch', 'listWorkLines'),
  body: () => call('intake', 'listOtherBodies'),
  clause: async () => ({ items: (await call('dispatch', 'listDutyClauses')).items.map(({ code, text }) => ({ code, name: text })) }),
};

function useAsked(kind: NamedKind) {
  return useQuery({ queryKey: ['reference', 'named', kind], queryFn: SOURCES[kind], staleTime: 600_000 });
}

/** Nothing as long as they are asked for; none where they cannot be had. */
function thingsIn({ data, isPending }: { data: unknown; isPending: boolean }): NamedThing[] | undefined {
  const page = data as { items?: NamedThing[] } | NamedThing[] | undefined;
  if (isPending) {
    return undefined;
  }
  return Array.isArray(page) ? page : (page?.items ?? []);
}

function useThings(kind: NamedKind): NamedThing[] | undefined {
  return thingsIn(useAsked(kind));
}

/** A name for a code; the code itself where there is none. */
export function Named({ kind, code }: { kind: NamedKind; code: string }) {
  return <>{nameOf(useThings(kind), code)}</>;
}

/** Names for codes where no element fits, as in a chart. */
export function useNames(kind: NamedKind): (code: string) => string {
  const things = useThings(kind);
  return (code) => nameOf(things, code);
}

function nameOf(things: NamedThing[] | undefined, code: string): string {
  if (!things) {
    return '…';
  }
  const thing = things.find((candidate) => candidate.code === code);
  // Offices that are no unit of the register, as the special team, are called as their role.
  return (language() === 'en' && thing?.englishName) || thing?.name || wordOf('Role', code);
}

interface NamedSelectProps {
  kind: NamedKind;
  multiple?: boolean;
  /** No others than these can be chosen. */
  only?: string[];
  /** Codes that are in no register, as that of the special team, which can be chosen too. */
  also?: string[];
  id?: string;
  value?: string | string[];
  onChange?: (value: string | string[] | undefined) => void;
  disabled?: boolean;
  placeholder?: string;
  'aria-label'?: string;
}

/** Chosen by name, alias or code. */
export function NamedSelect({ kind, multiple, only, also = [], ...rest }: NamedSelectProps) {
  const asked = useAsked(kind);
  const things = thingsIn(asked) ?? [];
  const registered = things.filter((thing) => thing.active !== false && (!only || only.includes(thing.code)));
  // What is chosen is shown by its name, even where it could not be chosen anew.
  const chosen = [rest.value ?? []].flat();
  const others = [...new Set([...also, ...chosen])].filter((code) => !registered.some((thing) => thing.code === code));
  const options = [...registered, ...others.map((code) => ({ code, name: nameOf(things, code) }) as NamedThing)].map((thing) => ({
    value: thing.code,
    label: nameOf([thing], thing.code),
    words: [thing.name, thing.code, ...(thing.aliases ?? [])].join(' ').toLowerCase(),
  }));
  return (
    <Choices asked={asked}>
      <Select
        {...rest}
        mode={multiple ? 'multiple' : undefined}
        options={options}
        loading={asked.isFetching}
        allowClear
        showSearch={{ filterOption: (typed, option) => option?.words.includes(typed.toLowerCase()) ?? false }}
        popupMatchSelectWidth={false}
        style={{ minWidth: 160, width: '100%' }}
      />
    </Choices>
  );
}
