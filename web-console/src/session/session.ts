import { useSyncExternalStore } from 'react';
import { forgetKept } from '../offline/kept';

/** Who works here, as long as this tab is open: the storage of a tab is read by no other origin, and by no other tab. */
export interface Session {
  token: string;
  expiresAt?: string;
}
export type SessionEnd = 'expired' | 'left';

const KEY = 'bihuan.session';
const listeners = new Set<() => void>();
let current: Session | undefined = stored();
let end: SessionEnd | undefined;

function stored(): Session | undefined {
  const text = sessionStorage.getItem(KEY);
  return text ? (JSON.parse(text) as Session) : undefined;
}

export function token(): string | undefined {
  return current?.token;
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

export function beginSession(session: Session) {
  current = session;
  end = undefined;
  sessionStorage.setItem(KEY, JSON.stringify(session));
  listeners.forEach((listener) => listener());
}

/** The page stays as it is behind the login, so that nothing typed is lost. */
export function endSession(why: SessionEnd) {
  current = undefined;
  end = why;
  sessionStorage.removeItem(KEY);
  if (why === 'left') {
    void forgetKept();
  }
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): { session: Session | undefined; end: SessionEnd | undefined } {
  const session = useSyncExternalStore(subscribe, () => current);
  return { session, end };
}
