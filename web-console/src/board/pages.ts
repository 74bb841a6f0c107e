import { LEADS } from '../figures/readers';
import type { Page } from '../frame/page';

export const pages: Page[] = [{ path: '/board', load: () => import('./Board'), roles: LEADS, bare: true, menu: { group: 'figures', zh: '大屏', en: 'Wall screen' } }];
