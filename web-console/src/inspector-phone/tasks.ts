import type { Answer, Row } from '../api/client';
import type { Draft } from '../offline/drafts';
import { distance, type Position } from '../offline/position';

export type Task = Row<'inspection', 'listDayTasks'>;
export type Inspection = Answer<'inspection', 'getInspection'>;
export type Stop = Inspection['stops'][number];
export type Recheck = Answer<'inspection', 'getRecheck'>;

export function pendingIn(drafts: Draft[] | undefined, chain: string): Draft[] {
  return (drafts ?? []).filter((draft) => draft.chain === chain && (draft.state === 'WAITING' || draft.state === 'SENDING'));
}

export function inspectionChain(id: string): string {
  return `inspection ${id}`;
}

export function recheckChain(id: string): string {
  return `recheck ${id}`;
}

/** What was noted about a stop and is not with the service yet. */
export function pendingAt(pending: Draft[], stop: number, operation?: string): Draft[] {
  return pending.filter((draft) => (draft.path.n === stop || draft.body.stop === stop) && (!operation || draft.operation === operation));
}

export function isOfInspection({ kind }: Task): boolean {
  return kind === 'INSPECTION_STOP' || kind === 'INSPECTION_CONCLUSION';
}

/** What was written about a task and is not with the service yet; of an inspection that is to be concluded, its summary. */
export function pendingOf(task: Task, drafts: Draft[] | undefined): Draft[] {
  if (!isOfInspection(task)) {
    return pendingIn(drafts, recheckChain(task.id));
  }
  const pending = pendingIn(drafts, inspectionChain(task.id));
  return task.stop ? pendingAt(pending, task.stop) : pending.filter(({ operation }) => operation === 'concludeInspection');
}

/** Neither visited nor left out, also by what is on its way. A finding at a stop shows that one is there. */
export function isOpen(stop: Stop, pending: Draft[]): boolean {
  return !stop.visitedAt && !stop.skippedBecause && pendingAt(pending, stop.number).length === 0;
}

/** How far it is; by the phone where the service did not say. */
export function metresTo(task: Task, position: Position | undefined): number | undefined {
  if (position && task.longitude !== null && task.latitude !== null) {
    return distance(position, { longitude: task.longitude, latitude: task.latitude });
  }
  return task.distance ?? undefined;
}

/** Near first where one knows where one is; what has no place comes last. */
export function route(tasks: Task[], position: Position | undefined): Task[] {
  return position ? [...tasks].sort((a, b) => (metresTo(a, position) ?? Infinity) - (metresTo(b, position) ?? Infinity)) : tasks;
}

/** The three that come together or not at all. */
export function placed(position: Position | undefined) {
  return position ? { longitude: position.longitude, latitude: position.latitude, crs: 'WGS84' as const } : { longitude: undefined, latitude: undefined, crs: undefined };
}
