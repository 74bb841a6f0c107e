import type { Page } from '../frame/page';

export const pages: Page[] = [
  { path: '/problems', load: () => import('./ProblemList'), menu: { group: 'intake', zh: '问题', en: 'Problems' } },
  { path: '/problems/:id', load: () => import('./ProblemDetail') },
];
