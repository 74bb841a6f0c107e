import type { Page } from '../frame/page';
import { OVERSEEING } from '../session/person';

export const pages: Page[] = [
  { path: '/mock-evaluations', load: () => import('./EvaluationList'), roles: OVERSEEING, menu: { group: 'inspection', zh: '模拟测评', en: 'Mock evaluations' } },
  { path: '/mock-evaluations/points', load: () => import('./EvaluationPoints'), roles: OVERSEEING },
  { path: '/mock-evaluations/scores', load: () => import('./ScoreList'), roles: OVERSEEING },
  { path: '/mock-evaluations/:id', load: () => import('./EvaluationPage'), roles: OVERSEEING },
  { path: '/evaluation-checklists', load: () => import('./ChecklistList'), roles: OVERSEEING, menu: { group: 'inspection', zh: '测评清单', en: 'Checklists' } },
  { path: '/evaluation-checklists/:id', load: () => import('./ChecklistPage'), roles: OVERSEEING },
  { path: '/evaluation-observations', load: () => import('./ObservationList'), roles: OVERSEEING },
  { path: '/evaluation-observations/:id', load: () => import('./ObservationPage'), roles: OVERSEEING },
];
