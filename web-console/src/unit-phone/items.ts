import type { Row } from '../api/client';
import type { Draft } from '../offline/drafts';
import type { FormPlace } from '../offline/form';

export type Item = Row<'dispatch', 'listOrderItems'>;
export type Action = Item['allowedActions'][number];

/** What every form about an item is given. */
export interface ItemForm {
  item: Item;
  place: FormPlace;
}

/** What was said about an item and is not with the service yet. */
export function pendingOf(drafts: Draft[] | undefined, item: Item): Draft[] {
  return (drafts ?? []).filter((draft) => draft.chain === chainOf(item) && (draft.state === 'WAITING' || draft.state === 'SENDING'));
}

export function chainOf(item: Item): string {
  return `item ${item.id}`;
}

/** What can be done next, what is on its way taken as done: who has acknowledged without a network can write the reply. */
export function actionsOf(item: Item, pending: Draft[]): Action[] {
  if (pending.some((draft) => draft.operation === 'replyToOrderItem' && draft.body.kind === 'FINAL')) {
    return [];
  }
  if (pending.some((draft) => draft.operation === 'acknowledgeOrderItem')) {
    return [...item.allowedActions.filter((action) => action !== 'ACKNOWLEDGE'), 'REPLY', 'REPLY_INTERIM'];
  }
  return item.allowedActions;
}

/** What belongs to every draft about an item; `name` is what the act is called. */
export function about(item: Item, act: string, name: string) {
  return { slot: `item=${item.id}&do=${act}`, chain: chainOf(item), title: `${name} · ${item.title}`, service: 'dispatch' as const, path: { id: item.id } };
}
