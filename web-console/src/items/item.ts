import type { components } from '../api/generated/dispatch';

export type Item = components['schemas']['OrderItemView'];
export type Reply = components['schemas']['ReplyView'];
export type Entry = components['schemas']['HistoryEntryView'];
export type Segment = components['schemas']['ClockSegment'];
export type Task = components['schemas']['TaskView'];

/** States of items that are not over. */
export const OPEN = ['UNASSIGNED', 'ISSUED', 'ACKNOWLEDGED', 'RETURN_REQUESTED', 'REPLIED', 'RECHECK_PENDING', 'REWORK', 'SUSPENDED'] as const satisfies Item['status'][];

/** The final reply that waits for its review, or the one that was reviewed last. */
export function lastFinalReply(item: Item): Reply | undefined {
  return (item.replies ?? []).filter((reply) => reply.kind === 'FINAL').sort((a, b) => a.repliedAt.localeCompare(b.repliedAt)).at(-1);
}

/** A reply or a share names every photo among its attachments as well. */
export function withPhotosAttached<T extends { attachmentIds?: string[] | null; beforePhotoIds?: string[] | null; afterPhotoIds?: string[] | null }>(body: T): T {
  const ids = new Set([...(body.attachmentIds ?? []), ...(body.beforePhotoIds ?? []), ...(body.afterPhotoIds ?? [])]);
  return { ...body, attachmentIds: [...ids] };
}

/** Attachments that show neither before nor after. */
export function papersOf(reply: { attachmentIds: string[]; beforePhotoIds: string[]; afterPhotoIds: string[] }): string[] {
  return reply.attachmentIds.filter((id) => !reply.beforePhotoIds.includes(id) && !reply.afterPhotoIds.includes(id));
}

/** Of these fields those that say something. */
export function filled<T extends object>(value: T, fields: (keyof T & string)[]): (keyof T & string)[] {
  return fields.filter((field) => value[field] !== null && value[field] !== undefined && value[field] !== '');
}
