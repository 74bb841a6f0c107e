import type { Page } from '../frame/page';
import { OVERSEEING, WORKING } from '../session/person';

export const pages: Page[] = [
  { path: '/rechecks', load: () => import('./RecheckList'), roles: WORKING, menu: { group: 'inspection', zh: '回头看', en: 'Re-checks' } },
  { path: '/rechecks/load', load: () => import('./RecheckLoad'), roles: OVERSEEING, menu: { group: 'inspection', zh: '回头看任务量', en: 'Load of re-checks' } },
  { path: '/rechecks/sampling', load: () => import('./Sampling'), roles: OVERSEEING },
  { path: '/rechecks/:id', load: () => import('./RecheckPage'), roles: WORKING },
  { path: '/recheck-lots', load: () => import('./LotList'), roles: OVERSEEING, menu: { group: 'inspection', zh: '抽样批次', en: 'Lots' } },
  { path: '/recheck-lots/:id', load: () => import('./LotPage'), roles: OVERSEEING },
  { path: '/write-offs', load: () => import('./WriteOffList'), roles: WORKING, menu: { group: 'inspection', zh: '销账记录', en: 'Write-offs' } },
];
