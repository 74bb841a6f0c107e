import type { Role } from '../session/person';

/** Whom the services tell of what happens. */
export const TOLD: readonly Role[] = ['SPECIAL_TEAM', 'UNIT_HANDLER', 'UNIT_LEADER', 'LINE_LEADER', 'TOP_LEADER'];
