import { useAnswer } from '../api/use';

/** What somebody may be; the names in the token's `groups`. */
export type Role =
  | 'CHANNEL_CLERK'
  | 'SPECIAL_TEAM'
  | 'UNIT_HANDLER'
  | 'UNIT_LEADER'
  | 'SUBDISTRICT'
  | 'INSPECTOR'
  | 'LINE_LEADER'
  | 'TOP_LEADER'
  | 'COMMITTEE_INSPECTOR'
  | 'DISCIPLINE'
  | 'ASSESSOR'
  | 'ADMIN';

/** Those who watch over the work of units: they see the whole district. */
export const OVERSEEING: readonly Role[] = ['SPECIAL_TEAM', 'INSPECTOR', 'LINE_LEADER', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'DISCIPLINE', 'ASSESSOR', 'ADMIN'];
/** All who work on items: those, and the units and sub-districts. */
export const WORKING: readonly Role[] = [...OVERSEEING, 'UNIT_HANDLER', 'UNIT_LEADER', 'SUBDISTRICT'];

export interface Person {
  subject: string;
  roles: Role[];
  unit: string | null;
  subdistricts: string[];
  channels: string[];
  missingClaims: string[];
}

const ATTEMPT = 15_000;

/** Who works here, as the services see it. A wall screen has nobody to press a button: it asks until it is answered. */
export function usePerson() {
  const answer = useAnswer('intake', 'readMe', {}, { every: (query) => (query.state.error ? ATTEMPT : false) });
  return { ...answer, data: answer.data as Person | undefined };
}

export function may(person: Person | undefined, roles: readonly Role[] | undefined): boolean {
  return !roles || (person?.roles.some((role) => roles.includes(role)) ?? false);
}
