import type { Page } from '../frame/page';

export const pages: Page[] = [
  {
    path: '/phone/inspector',
    load: () => import('./InspectorPhone'),
    roles: ['INSPECTOR', 'COMMITTEE_INSPECTOR', 'SPECIAL_TEAM', 'LINE_LEADER', 'TOP_LEADER'],
    menu: { group: 'inspection', zh: '手机督查', en: 'Inspecting on the phone' },
    bare: true,
  },
];
