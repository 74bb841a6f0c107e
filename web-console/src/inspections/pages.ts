import type { Page } from '../frame/page';
import { OVERSEEING, WORKING } from '../session/person';

export const pages: Page[] = [
  { path: '/inspections', load: () => import('./InspectionList'), roles: WORKING, menu: { group: 'inspection', zh: '督查', en: 'Inspections' } },
  { path: '/inspections/:id', load: () => import('./InspectionPage'), roles: WORKING },
  { path: '/findings', load: () => import('./FindingList'), roles: WORKING, menu: { group: 'inspection', zh: '督查发现', en: 'Findings' } },
  { path: '/findings/:id', load: () => import('./FindingPage'), roles: WORKING },
  { path: '/coverage/visits', load: () => import('./VisitList'), roles: OVERSEEING },
  { path: '/coverage/subdistricts', load: () => import('./CoveredSubdistricts'), roles: OVERSEEING },
  { path: '/coverage/problems', load: () => import('./KnownProblems'), roles: OVERSEEING },
  { path: '/coverage/obligations', load: () => import('./ObligationList'), roles: OVERSEEING },
];
