import { useSyncExternalStore } from 'react';
import { forgetKept } from '../offline/kept';

/** Who works here, as long as this tab is open: the storage of a tab is read by no other origin, and by no other tab. */
export interface Session {
  token: string;
  expiresAt?: string;
}
export type SessionEnd = 'expired' | 'left';
/** Somebody has left, or another person come: nothing of the former may stay. Or the same person is back. */
export type SessionChange = 'other' | 'again';

interface State {
  session?: Session;
  end?: SessionEnd;
  /** How many people there were before: what belongs to one of them is keyed by it. */
  before: number;
}

const KEY = 'bihuan.session';
const listeners = new Set<() => void>();
const followers = new Set<(change: SessionChange) => void>();
/** Who leaves in one tab leaves in all. */
const tabs = new BroadcastChannel(KEY);
let state: State = { session: stored(), before: 0 };
/** Whose page this is, also while the login has expired. */
let owner = state.session && { subject: tokenSubject() };

function stored(): Session | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Session | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function token(): string | undefined {
  return state.session?.token;
}

/** Whose token it is, as it says itself; only services can tell whether that is true. */
export function tokenSubject(): string | undefined {
  try {
    const payload = (token() ?? '').split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0));
    return (JSON.parse(new TextDecoder().decode(bytes)) as { sub?: string }).sub;
  } catch {
    return undefined;
  }
}

function become(next: State) {
  const known = state;
  state = next;
  const subject = tokenSubject();
  const other = next.end === 'left' || (next.session !== undefined && owner !== undefined && (subject === undefined || subject !== owner.subject));
  const again = !other && owner !== undefined && !known.session && next.session !== undefined;
  if (next.session) {
    owner = { subject };
  } else if (next.end === 'left') {
    owner = undefined;
  }
  if (other) {
    state = { ...next, before: next.before + 1 };
  }
  if (other || again) {
    followers.forEach((follower) => follower(other ? 'other' : 'again'));
  }
  listeners.forEach((listener) => listener());
}

export function beginSession(session: Session) {
  sessionStorage.setItem(KEY, JSON.stringify(session));
  become({ session, before: state.before });
}

/** A service no longer takes this token. The page stays as it is behind the login, so that nothing typed is lost. */
export function expireSession(refused: string | undefined) {
  // The answer to an old token says nothing of the one that came after it.
  if (refused !== undefined && refused === token()) {
    sessionStorage.removeItem(KEY);
    become({ end: 'expired', before: state.before });
  }
}

/** Nothing stays here of who leaves; what they wrote on a phone and was not sent yet is theirs, and waits for them. */
export function leaveSession() {
  tabs.postMessage(owner?.subject);
  left();
}

function left() {
  sessionStorage.removeItem(KEY);
  void forgetKept();
  become({ end: 'left', before: state.before });
}

tabs.onmessage = ({ data }) => {
  if (data !== undefined && data === owner?.subject) {
    left();
  }
};

/** Told before anything is shown to who comes. */
export function followSession(follower: (change: SessionChange) => void): () => void {
  followers.add(follower);
  return () => followers.delete(follower);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): State {
  return useSyncExternalStore(subscribe, () => state);
}
