import type { Page } from '../frame/page';

export const pages: Page[] = [
  { path: '/order-items', load: () => import('./ItemList'), menu: { group: 'supervision', zh: '督办事项', en: 'Order items' } },
];
