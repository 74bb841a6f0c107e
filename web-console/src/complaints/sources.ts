import type { components } from '../api/generated/intake';

type SourceKind = components['schemas']['SourceKind'];
type SourceField = keyof components['schemas']['SourceDetails'] & string;

/** Where sources other than citizens come in. */
export const TEAM_DESK = 'SPECIAL_TEAM_DESK';
/** Where a sub-district takes complaints in. */
export const STATION = 'SUBDISTRICT_STATION';

/** What the desk may say who found it; the others come from the system. */
export const SOURCE_KINDS: SourceKind[] = ['SPECIAL_TEAM', 'CITIZEN', 'MEDIA_EXPOSURE', 'CITY_COVERT_CHECK', 'CITY_MEETING', 'WEEKLY_KEY_TASK', 'LEADER_ON_SITE'];

const FIELDS: Partial<Record<SourceKind, SourceField[]>> = {
  MEDIA_EXPOSURE: ['outlet', 'publishedOn', 'title', 'reference', 'link'],
  CITY_COVERT_CHECK: ['heldOn', 'reference', 'title'],
  CITY_MEETING: ['title', 'heldOn', 'reference'],
  WEEKLY_KEY_TASK: ['week', 'title', 'dueOn', 'reference'],
  LEADER_ON_SITE: ['heldOn', 'title', 'reference'],
};

/** What can be said of a source of a kind; nothing of some. */
export function sourceFieldsOf(kind: string): SourceField[] | undefined {
  return FIELDS[kind as SourceKind];
}
