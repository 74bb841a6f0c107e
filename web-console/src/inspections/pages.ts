import type { Page } from '../frame/page';
import { WORKING } from '../session/person';

export const pages: Page[] = [
  { path: '/inspections', load: () => import('./InspectionList'), roles: WORKING, menu: { group: 'inspection', zh: '督查', en: 'Inspections' } },
  { path: '/inspections/:id', load: () => import('./InspectionPage'), roles: WORKING },
  { path: '/findings', load: () => import('./FindingList'), roles: WORKING, menu: { group: 'inspection', zh: '督查发现', en: 'Findings' } },
  { path: '/findings/:id', load: () => import('./FindingPage'), roles: WORKING },
];
