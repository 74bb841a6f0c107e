import { createStore, del, entries, get, set, update } from 'idb-keyval';
import type { Body, OperationId, PathOf, Service } from '../api/client';
import type { Problem } from '../api/problem';

/** WRITING and REFUSED can be changed; WAITING is to be sent, SENDING is under way, SENT is over. */
export type DraftState = 'WRITING' | 'WAITING' | 'SENDING' | 'SENT' | 'REFUSED';

/** A photo of a draft; its file lies beside it until the draft has been sent. */
export interface DraftPhoto {
  /** Of the file, and the key of its upload: the same file is taken in once. */
  id: string;
  /** Which fields of the request name it. */
  fields: string[];
  name: string;
  takenAt: string;
  /** Not taken just now: of where that was nothing is known. */
  old: boolean;
  position?: { longitude: number; latitude: number; accuracy: number };
  /** What intake calls it, and until when it can be used. */
  uploaded?: { id: string; usableUntil: string };
}

/** Something a person has to say to a service, kept on the phone until it was answered. */
export interface Draft {
  id: string;
  /** Whose it is; nobody else sees or sends it. */
  owner: string;
  /** Which form it belongs to. */
  slot: string;
  /** What belongs together is sent in order; what was refused holds back what follows it. */
  chain: string;
  /** What it is about, for people. */
  title: string;
  service: Service;
  operation: string;
  path: Record<string, unknown>;
  body: Record<string, unknown>;
  photos: DraftPhoto[];
  /** The one Idempotency-Key of all attempts: a service that has answered it once does nothing again. */
  key: string;
  state: DraftState;
  begunAt: string;
  queuedAt?: string;
  sentAt?: string;
  problem?: Problem;
  /** It had arrived earlier, and what was changed after that did not. */
  earlier?: boolean;
}

/** A draft to begin with, typed by the operation that it is for. */
export interface DraftSpec<S extends Service, O extends OperationId<S>> {
  owner: string;
  slot: string;
  chain: string;
  title: string;
  service: S;
  operation: O;
  path: PathOf<S, O>;
  body?: Partial<Body<S, O>>;
}

const drafts = createStore('bihuan.drafts', 'drafts');
const files = createStore('bihuan.photos', 'photos');
const channel = new BroadcastChannel('bihuan.drafts');
const listeners = new Set<() => void>();
const DAY = 86_400_000;
export const EDITABLE: DraftState[] = ['WRITING', 'REFUSED'];

channel.onmessage = () => listeners.forEach((listener) => listener());

/** Told when a draft has changed, in this tab or another. */
export function onDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed() {
  channel.postMessage('changed');
  listeners.forEach((listener) => listener());
}

export function newDraft<S extends Service, O extends OperationId<S>>(spec: DraftSpec<S, O>): Draft {
  return {
    ...spec,
    id: crypto.randomUUID(),
    path: spec.path as Record<string, unknown>,
    body: (spec.body ?? {}) as Record<string, unknown>,
    photos: [],
    key: crypto.randomUUID(),
    state: 'WRITING',
    begunAt: new Date().toISOString(),
  };
}

/** A person's drafts, those queued first in front. */
export async function draftsOf(owner: string): Promise<Draft[]> {
  const all = (await entries<string, Draft>(drafts)).map(([, draft]) => draft).filter((draft) => draft?.owner === owner);
  return all.sort((a, b) => (a.queuedAt ?? a.begunAt).localeCompare(b.queuedAt ?? b.begunAt));
}

export function draftOf(id: string): Promise<Draft | undefined> {
  return get<Draft>(id, drafts);
}

/** Changes a draft that can still be changed, and keeps one that is new from then on. */
export async function writeDraft(begun: Draft, change: (draft: Draft) => Draft) {
  await update<Draft>(
    begun.id,
    (known) => {
      const draft = known ?? begun;
      return EDITABLE.includes(draft.state) ? change(draft) : draft;
    },
    drafts,
  );
  changed();
}

/** Changes a draft in one step with the look at its state; returns what it is then. */
export async function changeDraft(id: string, from: DraftState[], change: (draft: Draft) => Draft): Promise<Draft | undefined> {
  let result: Draft | undefined;
  let done = false;
  await update<Draft | undefined>(
    id,
    (draft) => {
      done = draft !== undefined && from.includes(draft.state);
      result = draft && done ? change(draft) : draft;
      return result;
    },
    drafts,
  );
  if (done) {
    changed();
  }
  return result;
}

export async function removeDraft(draft: Draft) {
  await dropFiles(draft);
  await del(draft.id, drafts);
  changed();
}

export function fileOf(photo: DraftPhoto): Promise<Blob | undefined> {
  return get<Blob>(photo.id, files);
}

export function keepFile(photo: DraftPhoto, file: Blob): Promise<void> {
  return set(photo.id, file, files);
}

export function dropFile(photo: DraftPhoto): Promise<void> {
  return del(photo.id, files);
}

export async function dropFiles(draft: Draft) {
  await Promise.all(draft.photos.map(dropFile));
}

/** What was sent a day ago need not be shown any more. */
export async function sweep(owner: string) {
  const old = (await draftsOf(owner)).filter((draft) => draft.state === 'SENT' && Date.now() - Date.parse(draft.sentAt ?? draft.begunAt) > DAY);
  await Promise.all(old.map(removeDraft));
}
