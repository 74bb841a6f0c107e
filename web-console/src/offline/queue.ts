import { call, type Body, type OperationId, type PathOf, type Service } from '../api/client';
import { ProblemError } from '../api/problem';
import { upload } from '../parts/photos';
import { token } from '../session/session';
import { EDITABLE, changeDraft, draftOf, draftsOf, dropFiles, fileOf, type Draft, type DraftPhoto, type DraftState } from './drafts';
import { tellReached } from './network';

/** One lock for all tabs: whoever holds it is the only one who sends. */
const LOCK = 'bihuan.sending';
const PATIENCE = 120_000;
const NOT_READY_FOR = 1_500;
const NOT_READY_TIMES = 6;
const SOON = 60_000;
const OPEN: DraftState[] = ['WAITING', 'SENDING'];
/** What a later attempt may change, though the service has said no. */
const PASSING = [401, 408, 425, 429];

let running: Promise<void> | undefined;
let again = false;

/** Sends what waits, one after the other; called as often as one likes. */
export function sendWaiting(owner: string): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  running = sendAll(owner).finally(() => {
    running = undefined;
    if (again) {
      again = false;
      void sendWaiting(owner);
    }
  });
  return running;
}

async function sendAll(owner: string) {
  if (!navigator.onLine || !token() || !(await next(owner))) {
    return;
  }
  await navigator.locks.request(LOCK, async () => {
    for (let draft = await next(owner); draft && token(); draft = await next(owner)) {
      if (!(await send(draft))) {
        return;
      }
    }
  });
}

/** Ready for the queue. What was refused keeps its place in it. */
export async function queueDraft(id: string, owner: string) {
  await changeDraft(id, EDITABLE, (draft) => ({
    ...draft,
    state: 'WAITING',
    problem: undefined,
    queuedAt: draft.queuedAt ?? new Date().toISOString(),
  }));
  void sendWaiting(owner);
}

/** To be changed once more; `false` while anything is being sent. */
export async function takeBack(id: string): Promise<boolean> {
  return await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    const draft = lock ? await changeDraft(id, OPEN, (open) => ({ ...open, state: 'WRITING' })) : undefined;
    return draft?.state === 'WRITING';
  });
}

/** Those behind something refused of the same chain wait until that is settled. */
export function heldBack(draft: Draft, all: Draft[]): boolean {
  return all.some((other) => other.state === 'REFUSED' && other.chain === draft.chain && (other.queuedAt ?? '') < (draft.queuedAt ?? ''));
}

async function next(owner: string): Promise<Draft | undefined> {
  const all = await draftsOf(owner);
  return all.find((draft) => OPEN.includes(draft.state) && !heldBack(draft, all));
}

/** Whether to go on with the next one. */
async function send(draft: Draft): Promise<boolean> {
  await changeDraft(draft.id, OPEN, (open) => ({ ...open, state: 'SENDING' }));
  try {
    for (const photo of draft.photos) {
      await uploadOnce(draft, photo);
    }
    await sendOnce((await draftOf(draft.id)) ?? draft);
    tellReached(true);
    await settled(draft, false);
    return true;
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : undefined;
    if (problem?.code === 'unreachable') {
      tellReached(false);
    }
    if (problem?.code === 'idempotency-key-reused') {
      await settled(draft, true);
      return true;
    }
    const refused = problem && problem.status >= 400 && problem.status < 500 && !PASSING.includes(problem.status) && !isPassing(problem.code);
    await changeDraft(draft.id, ['SENDING'], (sent) => (refused ? { ...sent, state: 'REFUSED', problem } : { ...sent, state: 'WAITING' }));
    return Boolean(refused);
  }
}

function isPassing(code: string): boolean {
  return code === 'attachment-not-ready' || code === 'request-in-progress';
}

async function settled(draft: Draft, earlier: boolean) {
  await changeDraft(draft.id, ['SENDING'], (sent) => ({ ...sent, state: 'SENT', sentAt: new Date().toISOString(), body: {}, photos: [], earlier }));
  await dropFiles(draft);
}

/** The same file under the same key is taken in once, however often its answer is lost. */
async function uploadOnce(draft: Draft, photo: DraftPhoto) {
  const expired = photo.uploaded && Date.parse(photo.uploaded.usableUntil) < Date.now() + SOON;
  if (photo.uploaded && !expired) {
    return;
  }
  const file = await fileOf(photo);
  if (!file) {
    throw new ProblemError({ status: 422, title: '', code: 'photo-lost' });
  }
  const key = expired ? crypto.randomUUID() : photo.id;
  const { id, usableUntil } = await upload(file, photo.name, { idempotencyKey: key, signal: AbortSignal.timeout(PATIENCE) });
  await changeDraft(draft.id, ['SENDING'], (sent) => ({
    ...sent,
    photos: sent.photos.map((other) => (other.id === photo.id ? { ...other, uploaded: { id, usableUntil } } : other)),
  }));
}

async function sendOnce(draft: Draft) {
  const body: Record<string, unknown> = { ...draft.body };
  for (const { fields, uploaded } of draft.photos) {
    for (const field of fields) {
      body[field] = [...((body[field] as string[] | undefined) ?? []), uploaded?.id];
    }
  }
  for (let attempt = 1; ; attempt++) {
    try {
      // Typed when the draft was made; here it is only passed on.
      await call(draft.service, draft.operation as OperationId<Service>, {
        path: draft.path as PathOf<Service, OperationId<Service>>,
        body: body as Body<Service, OperationId<Service>>,
        idempotencyKey: draft.key,
        signal: AbortSignal.timeout(PATIENCE),
      });
      return;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'attachment-not-ready' || attempt === NOT_READY_TIMES) {
        throw error;
      }
      // What was uploaded a moment ago is not known to the other service yet.
      await new Promise((resolve) => setTimeout(resolve, NOT_READY_FOR));
    }
  }
}
