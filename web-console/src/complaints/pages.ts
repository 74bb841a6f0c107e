import type { Page } from '../frame/page';

const READERS = ['CHANNEL_CLERK', 'SPECIAL_TEAM', 'SUBDISTRICT', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'ADMIN'] as const;

export const pages: Page[] = [
  {
    path: '/complaints/new',
    load: () => import('./Register'),
    roles: ['CHANNEL_CLERK', 'SPECIAL_TEAM', 'SUBDISTRICT'],
    menu: { group: 'intake', zh: '登记诉求', en: 'Register' },
  },
  { path: '/triage', load: () => import('./Triage'), roles: ['SPECIAL_TEAM', 'CHANNEL_CLERK'], menu: { group: 'intake', zh: '分拣', en: 'Triage' } },
  { path: '/complaints', load: () => import('./ComplaintList'), roles: READERS, menu: { group: 'intake', zh: '诉求', en: 'Complaints' } },
  { path: '/complaints/:id', load: () => import('./ComplaintDetail'), roles: READERS },
  { path: '/complaint-imports', load: () => import('./ImportPage'), roles: ['SPECIAL_TEAM'], menu: { group: 'intake', zh: '批量导入', en: 'Import' } },
  {
    path: '/personal-data-requests',
    load: () => import('./PersonalData'),
    roles: ['SPECIAL_TEAM', 'CHANNEL_CLERK', 'ADMIN'],
    menu: { group: 'intake', zh: '个人信息请求', en: 'Personal data' },
  },
];
