import type { Role } from '../session/person';

/** Who may read what is reported upward, and all items of the district. */
export const LEADS: readonly Role[] = ['SPECIAL_TEAM', 'LINE_LEADER', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'DISCIPLINE', 'ASSESSOR', 'ADMIN'];
export const SEES_COVERAGE: readonly Role[] = ['INSPECTOR', ...LEADS];
export const SEES_FEEDBACK: readonly Role[] = LEADS.filter((role) => role !== 'DISCIPLINE');
