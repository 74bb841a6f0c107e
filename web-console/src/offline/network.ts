import { useSyncExternalStore } from 'react';

/** A phone may be in a network and yet reach nothing: what the last request met counts too. */
let reached = true;
const listeners = new Set<() => void>();

export function tellReached(now: boolean) {
  if (reached !== now) {
    reached = now;
    listeners.forEach((listener) => listener());
  }
}

function back() {
  tellReached(true);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('online', back);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine && reached);
}
