import type { Row } from '../api/client';
import type { Draft } from '../offline/drafts';
import type { FormPlace } from '../offline/form';
import { may, type Person } from '../session/person';

export type Item = Row<'dispatch', 'listOrderItems'>;
export type Action = Item['allowedActions'][number];

/** What every form about an item is given. */
export interface ItemForm {
  item: Item;
  place: FormPlace;
  /** Whose task one may reply to. */
  unit: string | undefined;
}

/** The unit that somebody replies for; a sub-district only looks on. */
export function unitOf(person: Person): string | undefined {
  return may(person, ['UNIT_HANDLER', 'UNIT_LEADER']) ? (person.unit ?? undefined) : undefined;
}

/** What was said about an item and is not with the service yet. */
export function pendingOf(drafts: Draft[] | undefined, item: Item): Draft[] {
  return (drafts ?? []).filter((draft) => draft.chain === chainOf(item) && (draft.state === 'WAITING' || draft.state === 'SENDING'));
}

export function chainOf(item: Item): string {
  return `item ${item.id}`;
}

/** Where an open task can be replied to. */
const TASKS_RUN: Item['status'][] = ['ISSUED', 'ACKNOWLEDGED', 'RETURN_REQUESTED', 'REWORK'];

/**
 * What can be done next, what is on its way taken as done: who has acknowledged without a network can write the reply.
 * The actions of an item are those of its lead unit; that a joint unit has to reply is said by its open task.
 */
export function actionsOf(item: Item, pending: Draft[], unit: string | undefined): Action[] {
  if (pending.some((draft) => draft.operation === 'replyToOrderItem' && draft.body.kind === 'FINAL')) {
    return [];
  }
  const owesTask = item.openTasks.some(({ code }) => code === unit) && TASKS_RUN.includes(item.status);
  const task: Action[] = owesTask && !pending.some((draft) => draft.operation === 'replyToTask') ? ['REPLY_TO_TASK'] : [];
  if (pending.some((draft) => draft.operation === 'acknowledgeOrderItem')) {
    // As the service has it: no final reply before the tasks of others.
    const reply: Action[] = item.openTasks.length > 0 ? ['REPLY_INTERIM'] : ['REPLY', 'REPLY_INTERIM'];
    return [...item.allowedActions.filter((action) => action !== 'ACKNOWLEDGE'), ...reply, ...task];
  }
  return [...item.allowedActions, ...task];
}

/** Whether the lead unit has it in hand, and can reply. */
export function isToReply(allowed: Action[]): boolean {
  return allowed.includes('REPLY') || allowed.includes('REPLY_INTERIM');
}

/** After every moment, sign by sign. */
const NEVER = '~';

/** The most urgent first; what has no limit last. */
export function byLimit(one: Item, other: Item): number {
  const [limit, later] = [one, other].map(({ dueAt }) => dueAt ?? NEVER);
  return limit < later ? -1 : limit > later ? 1 : 0;
}

/** What belongs to every draft about an item; `name` is what the act is called. */
export function about(item: Item, act: string, name: string) {
  return { slot: `item=${item.id}&do=${act}`, chain: chainOf(item), title: `${name} · ${item.title}`, service: 'dispatch' as const, path: { id: item.id } };
}
