import type { Page } from '../frame/page';

export const pages: Page[] = [
  {
    path: '/phone/unit',
    load: () => import('./UnitPhone'),
    roles: ['UNIT_HANDLER', 'UNIT_LEADER', 'SUBDISTRICT'],
    menu: { group: 'work', zh: '手机办理', en: 'On the phone' },
    bare: true,
  },
];
