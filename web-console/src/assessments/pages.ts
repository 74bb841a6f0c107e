import type { Page } from '../frame/page';
import type { Role } from '../session/person';

const READERS: readonly Role[] = [
  'SPECIAL_TEAM', 'UNIT_HANDLER', 'UNIT_LEADER', 'SUBDISTRICT', 'INSPECTOR', 'LINE_LEADER', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'DISCIPLINE', 'ASSESSOR', 'ADMIN',
];
/** Of the table an inspector sees nothing, of appeals and exemptions a sub-district. */
const OF_TABLE = READERS.filter((role) => role !== 'INSPECTOR');
const OF_APPEALS = READERS.filter((role) => role !== 'SUBDISTRICT');
const OF_EXEMPTIONS = OF_APPEALS.filter((role) => role !== 'UNIT_HANDLER' && role !== 'UNIT_LEADER');

const lists = () => import('./lists');

export const pages: Page[] = [
  { path: '/assessments', load: () => import('./Latest'), roles: OF_TABLE, menu: { group: 'figures', zh: '月度考核', en: 'Assessment' } },
  { path: '/assessments/:month', load: () => import('./Assessment'), roles: OF_TABLE },
  { path: '/assessments/:month/items', load: async () => ({ default: (await lists()).Items }), roles: OF_TABLE },
  { path: '/assessments/:month/deductions', load: async () => ({ default: (await lists()).Deductions }), roles: OF_TABLE },
  { path: '/assessments/:month/appeals', load: async () => ({ default: (await lists()).Appeals }), roles: OF_APPEALS },
  { path: '/assessments/:month/appeals/:id', load: () => import('./Appeal'), roles: OF_APPEALS },
  { path: '/assessments/:month/exemptions', load: async () => ({ default: (await lists()).Exemptions }), roles: OF_EXEMPTIONS },
  { path: '/assessment-formulas', load: async () => ({ default: (await lists()).Formulas }), roles: READERS, under: '/assessments' },
];
