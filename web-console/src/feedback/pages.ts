import type { Page } from '../frame/page';

export const pages: Page[] = [
  { path: '/call-backs', load: () => import('./CallBacks'), roles: ['CHANNEL_CLERK', 'SPECIAL_TEAM'], menu: { group: 'intake', zh: '回访', en: 'Call-backs' } },
  {
    path: '/feedback',
    load: () => import('./FeedbackList'),
    roles: ['SPECIAL_TEAM', 'LINE_LEADER', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'ASSESSOR', 'ADMIN'],
    menu: { group: 'intake', zh: '群众评价', en: 'Feedback' },
  },
  {
    path: '/key-tasks',
    load: () => import('./KeyTasks'),
    roles: ['SPECIAL_TEAM', 'LINE_LEADER', 'TOP_LEADER', 'COMMITTEE_INSPECTOR'],
    menu: { group: 'intake', zh: '每周重点任务', en: 'Key tasks' },
  },
];
