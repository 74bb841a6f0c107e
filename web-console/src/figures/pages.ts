import type { Page } from '../frame/page';
import { LEADS, SEES_COVERAGE } from './readers';

/** Figures of the district, and the lists behind them that nobody else shows. */
export const pages: Page[] = [
  { path: '/figures', load: () => import('./FiguresPage'), roles: LEADS, menu: { group: 'figures', zh: '全区统计', en: 'Figures of the district' } },
  { path: '/coverage', load: () => import('./coverage/CoveragePage'), roles: SEES_COVERAGE, menu: { group: 'figures', zh: '督查覆盖', en: 'Coverage' } },
  { path: '/coverage/subdistricts', load: () => import('./lists/CoveredSubdistricts'), roles: SEES_COVERAGE },
  { path: '/coverage/visits', load: () => import('./lists/Visits'), roles: SEES_COVERAGE },
  { path: '/coverage/obligations', load: () => import('./lists/Obligations'), roles: SEES_COVERAGE },
  { path: '/coverage/problems', load: () => import('./lists/KnownProblems'), roles: SEES_COVERAGE },
  { path: '/reports/lines', load: () => import('./lists/ReportLines'), roles: LEADS, menu: { group: 'figures', zh: '上报数据', en: 'Figures reported upward' } },
  { path: '/reports/subdistricts', load: () => import('./lists/ReportSubdistricts'), roles: LEADS },
];
