import type { Page } from '../frame/page';

const READERS = ['SPECIAL_TEAM', 'LINE_LEADER', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'DISCIPLINE', 'ASSESSOR', 'ADMIN'] as const;
const OF_WEEKS = [...READERS, 'SUBDISTRICT'] as const;

export const pages: Page[] = [
  { path: '/ledger/weeks', load: () => import('./Weeks'), roles: OF_WEEKS, menu: { group: 'intake', zh: '周问题清单', en: 'Weekly lists' } },
  { path: '/ledger/weeks/:week', load: () => import('./Week'), roles: OF_WEEKS },
  { path: '/ledger', load: () => import('./Entries'), roles: READERS, menu: { group: 'intake', zh: '台账', en: 'Ledger' } },
  { path: '/ledger/verifications', load: () => import('./Verifications'), roles: READERS },
  { path: '/ledger/heads', load: () => import('./Heads') },
  { path: '/ledger/keys', load: () => import('./Heads') },
];
