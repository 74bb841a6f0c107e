import type { Page } from '../frame/page';

const READERS = ['SPECIAL_TEAM', 'UNIT_HANDLER', 'UNIT_LEADER', 'SUBDISTRICT', 'INSPECTOR', 'LINE_LEADER', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'ASSESSOR', 'DISCIPLINE', 'ADMIN'] as const;

export const pages: Page[] = [
  { path: '/orders', load: () => import('./OrderList'), roles: READERS, menu: { group: 'supervision', zh: '督办单', en: 'Orders' } },
  { path: '/orders/new', load: () => import('./NewOrderPage'), roles: ['SPECIAL_TEAM'] },
  { path: '/orders/:id', load: () => import('./OrderPage'), roles: READERS },
  { path: '/orders/:id/edit', load: () => import('./EditOrderPage'), roles: ['SPECIAL_TEAM'] },
];
