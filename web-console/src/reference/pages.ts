import type { ComponentType } from 'react';
import type { Page } from '../frame/page';
import type { Role } from '../session/person';

/** A page of an area: those with a `tab` are reached by tabs from each other, the first of them by the menu. */
export interface AreaPage extends Page {
  area: Area;
  tab?: { zh: string; en: string };
}

const AREAS = {
  organisation: { path: '/units', zh: '组织机构', en: 'Organisation' },
  routing: { path: '/routing-rules', zh: '派遣规则', en: 'Routing rules' },
  limits: { path: '/sla-policies', zh: '时限与日历', en: 'Limits and calendars' },
  categories: { path: '/categories/tree', zh: '问题类别', en: 'Categories' },
  channels: { path: '/channels', zh: '渠道与密钥', en: 'Channels and keys' },
  messages: { path: '/webhooks', zh: '消息与对接', en: 'Messages' },
  upkeep: { path: '/operations/dead-letters/intake', zh: '系统维护', en: 'Upkeep' },
} as const;
type Area = keyof typeof AREAS;

const KEEPERS: readonly Role[] = ['ADMIN', 'SPECIAL_TEAM'];
const ADMIN: readonly Role[] = ['ADMIN'];
const ALL_BUT_CLERKS: readonly Role[] = [
  'SPECIAL_TEAM', 'UNIT_HANDLER', 'UNIT_LEADER', 'SUBDISTRICT', 'INSPECTOR', 'LINE_LEADER', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'DISCIPLINE', 'ASSESSOR', 'ADMIN',
];
const POSTING_READERS: readonly Role[] = ['SPECIAL_TEAM', 'UNIT_HANDLER', 'UNIT_LEADER', 'SUBDISTRICT', 'LINE_LEADER', 'TOP_LEADER', 'ADMIN'];

function tab(area: Area, path: string, zh: string, en: string, load: () => Promise<ComponentType>, roles: readonly Role[] = KEEPERS): AreaPage {
  return {
    area,
    path,
    tab: { zh, en },
    load: async () => ({ default: await load() }),
    roles,
    ...(path === AREAS[area].path ? { menu: { group: 'reference' as const, zh: AREAS[area].zh, en: AREAS[area].en } } : { under: AREAS[area].path }),
  };
}

function inner(area: Area, path: string, load: () => Promise<ComponentType>, roles: readonly Role[]): AreaPage {
  return { area, path, load: async () => ({ default: await load() }), roles, under: AREAS[area].path };
}

const organisation = () => import('./organisation');
const people = () => import('./people');
const routing = () => import('./routing');
const limits = () => import('./limits');
const categories = () => import('./categories');
const channels = () => import('./channels');
const messages = () => import('./messages');
const upkeep = () => import('./DeadLetters');

export const pages: AreaPage[] = [
  tab('organisation', '/units', '单位', 'Units', async () => (await organisation()).Units),
  tab('organisation', '/leaders', '领导', 'Leaders', async () => (await people()).Leaders),
  tab('organisation', '/duties', '分工', 'Duties', async () => (await people()).Duties),
  tab('organisation', '/postings', '下沉干部', 'Posted cadres', async () => (await people()).Postings, POSTING_READERS),
  tab('organisation', '/frontline-groups', '一线工作组', 'Frontline groups', async () => (await organisation()).FrontlineGroups),
  tab('organisation', '/leading-group', '领导小组', 'Leading group', async () => (await organisation()).LeadingGroup),
  tab('organisation', '/work-lines', '工作专线', 'Work lines', async () => (await organisation()).WorkLines),
  tab('organisation', '/duty-clauses', '职责条款', 'Duty clauses', async () => (await organisation()).DutyClauses),
  tab('organisation', '/mechanisms', '长效机制', 'Mechanisms', async () => (await organisation()).Mechanisms),
  tab('organisation', '/subdistricts', '街道', 'Sub-districts', async () => (await organisation()).Subdistricts),
  tab('routing', '/routing-rules', '现行规则', 'Rules in force', async () => (await routing()).RoutingRules),
  tab('routing', '/routing-rule-sets', '规则版本与推演', 'Rule sets and rehearsal', async () => (await routing()).RuleSets),
  inner('routing', '/routing-rule-sets/:id', async () => (await import('./RuleSet')).default, KEEPERS),
  tab('routing', '/rulings', '裁定与先例', 'Rulings', async () => (await routing()).Rulings, ALL_BUT_CLERKS),
  tab('limits', '/sla-policies', '办理时限', 'Limits', async () => (await limits()).SlaPolicies),
  tab('limits', '/sla-policies/what-if', '时限推演', 'What if', async () => (await import('./WhatIf')).default),
  tab('limits', '/calendars', '工作日历', 'Calendars', async () => (await limits()).Calendars),
  tab('categories', '/categories/tree', '类别', 'Categories', async () => (await categories()).CategoryTree),
  tab('categories', '/photo-rules', '照片要求', 'Photo rules', async () => (await categories()).PhotoRules),
  tab('categories', '/other-bodies', '外部承办单位', 'Other bodies', async () => (await categories()).OtherBodies),
  tab('categories', '/recognition-models', '识别模型', 'Recognition models', async () => (await categories()).RecognitionModels),
  tab('channels', '/channels', '渠道', 'Channels', async () => (await channels()).Channels, ['ADMIN', 'CHANNEL_CLERK']),
  inner('channels', '/channels/:code/keys', async () => (await channels()).Keys, ADMIN),
  inner('channels', '/channels/:code/webhooks', async () => (await channels()).ChannelWebhooks, ['ADMIN', 'CHANNEL_CLERK']),
  inner('channels', '/channels/:code/deliveries', async () => (await channels()).ChannelDeliveries, ['ADMIN', 'CHANNEL_CLERK']),
  inner('channels', '/channels/:code/deliveries/:id', async () => (await import('./Delivery')).ChannelDelivery, ['ADMIN', 'CHANNEL_CLERK']),
  tab('messages', '/webhooks', '对外通知', 'Webhooks', async () => (await messages()).Webhooks, ADMIN),
  tab('messages', '/deliveries', '发送记录', 'Deliveries', async () => (await messages()).Deliveries, ADMIN),
  inner('messages', '/deliveries/:id', async () => (await import('./Delivery')).MessageDelivery, ADMIN),
  tab('messages', '/recorded-messages', '短信与微信留存', 'Recorded messages', async () => (await messages()).RecordedMessages, ADMIN),
  tab('messages', '/notification-rules', '通知规则', 'Notification rules', async () => (await messages()).NotificationRules),
  tab('upkeep', '/operations/dead-letters/intake', '受理未处理消息', 'Intake', async () => (await upkeep()).OfIntake, ADMIN),
  tab('upkeep', '/operations/dead-letters/dispatch', '派遣未处理消息', 'Dispatch', async () => (await upkeep()).OfDispatch, ADMIN),
  tab('upkeep', '/operations/dead-letters/inspection', '督查未处理消息', 'Inspection', async () => (await upkeep()).OfInspection, ADMIN),
];
