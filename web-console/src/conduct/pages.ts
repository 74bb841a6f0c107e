import type { Page } from '../frame/page';
import type { Role } from '../session/person';

const READERS: readonly Role[] = ['SPECIAL_TEAM', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'DISCIPLINE'];
/** A unit's signatory reads a case about the unit once it is served. */
const CASE_READERS: readonly Role[] = [...READERS, 'UNIT_LEADER'];

export const pages: Page[] = [
  { path: '/warning-cards', load: () => import('./Cards'), roles: READERS, menu: { group: 'inspection', zh: '黄牌、红牌', en: 'Warning cards' } },
  { path: '/accountability-cases', load: () => import('./Cases'), roles: CASE_READERS, menu: { group: 'inspection', zh: '问责事项', en: 'Accountability cases' } },
  { path: '/accountability-cases/:id', load: () => import('./Case'), roles: CASE_READERS },
];
