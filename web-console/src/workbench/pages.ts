import type { Page } from '../frame/page';

export const pages: Page[] = [{ path: '/workbench', load: () => import('./Workbench'), menu: { group: 'work', zh: '我的工作', en: 'My work' } }];
