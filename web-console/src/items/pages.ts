import type { Page } from '../frame/page';

const READERS = ['SPECIAL_TEAM', 'UNIT_HANDLER', 'UNIT_LEADER', 'SUBDISTRICT', 'INSPECTOR', 'LINE_LEADER', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'ASSESSOR', 'DISCIPLINE', 'ADMIN'] as const;

export const pages: Page[] = [
  { path: '/order-items', load: () => import('./ItemList'), roles: READERS, menu: { group: 'supervision', zh: '督办事项', en: 'Order items' } },
  { path: '/order-items/:id', load: () => import('./ItemPage'), roles: READERS },
];
