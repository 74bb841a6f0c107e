import type { Page } from '../frame/page';
import { WORKING } from '../session/person';

export const pages: Page[] = [
  { path: '/campaigns', load: () => import('./CampaignList'), roles: WORKING, menu: { group: 'supervision', zh: '攻坚行动', en: 'Campaigns' } },
  { path: '/campaigns/:id', load: () => import('./CampaignPage'), roles: WORKING },
  { path: '/campaigns/:id/items', load: () => import('./CampaignItems'), roles: WORKING },
  { path: '/campaigns/:id/points', load: () => import('./PointList'), roles: WORKING },
  { path: '/campaigns/:id/points/:pointId', load: () => import('./PointPage'), roles: WORKING },
];
