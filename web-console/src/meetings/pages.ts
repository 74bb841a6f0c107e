import type { Page } from '../frame/page';

const ROLES = ['SPECIAL_TEAM', 'UNIT_HANDLER', 'UNIT_LEADER', 'LINE_LEADER', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'DISCIPLINE', 'ASSESSOR', 'ADMIN'] as const;

export const pages: Page[] = [
  { path: '/meetings', load: () => import('./MeetingList'), roles: ROLES, menu: { group: 'supervision', zh: '会议', en: 'Meetings' } },
  { path: '/meetings/:id', load: () => import('./MeetingPage'), roles: ROLES },
];
