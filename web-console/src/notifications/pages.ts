import type { Page } from '../frame/page';
import { TOLD } from './told';

export const pages: Page[] = [
  { path: '/notifications', load: () => import('./NotificationList'), roles: TOLD, menu: { group: 'work', zh: '通知', en: 'Notifications' } },
];
