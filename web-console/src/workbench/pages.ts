import type { Page } from '../frame/page';

export const pages: Page[] = [
  {
    path: '/workbench',
    load: () => import('./Workbench'),
    roles: ['SPECIAL_TEAM', 'UNIT_HANDLER', 'UNIT_LEADER', 'SUBDISTRICT', 'INSPECTOR', 'LINE_LEADER', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'ASSESSOR', 'ADMIN'],
    menu: { group: 'work', zh: '我的工作', en: 'My work' },
  },
];
