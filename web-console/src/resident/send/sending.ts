import { ProblemError } from '../../api/problem';
import { answered, intake, problemIn, randomKey, type Schemas } from '../intake';

type Complaint = Schemas['NewComplaint'];
type Taken = Schemas['ComplaintView'];

/** The key alone survives a reload: what it was sent with may hold a name. */
const KEY = 'bihuan.resident.sending';

/** Attempts under the key of which nobody knows whether they arrived. */
let unanswered: Complaint[] = [];

/** It has arrived in an earlier attempt, of which nothing is known any more: its code is lost. */
export class ArrivedEarlier extends Error {}

/** Whether an earlier attempt may have arrived. */
export function mayHaveArrived(): boolean {
  return unanswered.length > 0;
}

/**
 * Sends a complaint, once: until an answer came all attempts have one key. Where the form was changed after an attempt
 * that was cut, the service says that the key was used, and the attempt is asked for its answer.
 */
export async function sendOnce(complaint: Complaint): Promise<{ taken: Taken; asFirstSent: boolean }> {
  const key = sessionStorage.getItem(KEY) ?? randomKey();
  sessionStorage.setItem(KEY, key);
  try {
    const taken = await post(complaint, key);
    forget();
    return { taken, asFirstSent: false };
  } catch (thrown) {
    const { status, code } = problemIn(thrown);
    if (code === 'idempotency-key-reused') {
      return await answerOfEarlier(key);
    }
    if (status === 0 || status >= 500 || status === 408) {
      unanswered = [...unanswered, complaint];
    } else if (status !== 409 && status !== 429) {
      forget();
    }
    throw thrown;
  }
}

async function answerOfEarlier(key: string): Promise<{ taken: Taken; asFirstSent: boolean }> {
  for (const attempt of unanswered) {
    try {
      const taken = await post(attempt, key);
      forget();
      return { taken, asFirstSent: true };
    } catch (thrown) {
      if (problemIn(thrown).code !== 'idempotency-key-reused') {
        throw thrown;
      }
    }
  }
  forget();
  throw new ArrivedEarlier();
}

function forget() {
  unanswered = [];
  sessionStorage.removeItem(KEY);
}

async function post(complaint: Complaint, key: string): Promise<Taken> {
  const taken = await answered(
    intake().POST('/api/v1/complaints', { body: complaint, params: { header: { 'Idempotency-Key': key } } }),
  );
  if (!taken?.trackingCode) {
    // Some proxy's page, not an answer of the service.
    throw ProblemError.unreachable();
  }
  return taken;
}
