import { pages as assessments } from '../assessments/pages';
import { pages as board } from '../board/pages';
import { pages as campaigns } from '../campaigns/pages';
import { pages as complaints } from '../complaints/pages';
import { pages as conduct } from '../conduct/pages';
import { pages as evaluations } from '../evaluations/pages';
import { pages as feedback } from '../feedback/pages';
import { pages as figures } from '../figures/pages';
import { pages as inspections } from '../inspections/pages';
import { pages as inspectorPhone } from '../inspector-phone/pages';
import { pages as items } from '../items/pages';
import { pages as ledger } from '../ledger/pages';
import { pages as meetings } from '../meetings/pages';
import { pages as notifications } from '../notifications/pages';
import { pages as orders } from '../orders/pages';
import { pages as problems } from '../problems/pages';
import { pages as rechecks } from '../rechecks/pages';
import { pages as reference } from '../reference/pages';
import { pages as unitPhone } from '../unit-phone/pages';
import { pages as workbench } from '../workbench/pages';
import type { Page } from './page';

/** All pages of the console. Whoever logs in begins with the first of them in the menu that is theirs. */
export const PAGES: Page[] = [
  ...workbench,
  ...notifications,
  ...complaints,
  ...problems,
  ...ledger,
  ...feedback,
  ...items,
  ...orders,
  ...meetings,
  ...campaigns,
  ...inspections,
  ...rechecks,
  ...evaluations,
  ...conduct,
  ...assessments,
  ...figures,
  ...board,
  ...reference,
  ...unitPhone,
  ...inspectorPhone,
];
