import { EventSource, type EventSourceFetchInit, type FetchLikeResponse } from 'eventsource';
import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { OperationId, Service } from './client';
import { addressOf } from './config';
import { may, type Person, type Role } from '../session/person';
import { expireSession, followSession, token } from '../session/session';

const SECOND = 1_000;
/** At most so often a query is asked again, however much happens. */
const PAUSE = 2 * SECOND;
const FIRST_RETRY = SECOND;
const LAST_RETRY = 60 * SECOND;
/** The services give a sign of life every 15 seconds. */
const SILENCE = 50 * SECOND;
/** More records than these, and all that is concerned is asked again. */
const MOST_NAMED = 200;

const OFFICES: Role[] = [
  'SPECIAL_TEAM', 'UNIT_HANDLER', 'UNIT_LEADER', 'SUBDISTRICT', 'INSPECTOR', 'LINE_LEADER', 'TOP_LEADER',
  'COMMITTEE_INSPECTOR', 'DISCIPLINE', 'ASSESSOR', 'ADMIN',
];

interface Stream<S extends Service = Service> {
  service: S;
  path: string;
  roles: Role[];
  /** Lists and figures that a change touches, whichever record it is of. A record itself is concerned by its id. */
  concerns: readonly OperationId<S>[];
}

function streamOf<S extends Service>(service: S, path: string, roles: Role[], concerns: readonly OperationId<S>[]): Stream {
  return { service, path, roles, concerns } as unknown as Stream;
}

const STREAMS: Stream[] = [
  streamOf('dispatch', '/api/v1/orders/stream', OFFICES, ['listOrderItems', 'listOrders', 'getWorkbench', 'listNotifications', 'getOrderItemFigures']),
  streamOf('inspection', '/api/v1/rechecks/stream', OFFICES, ['listRechecks', 'getRecheckLoad', 'listDayTasks', 'listWriteOffs']),
  streamOf('intake', '/api/v1/problems/stream', ['CHANNEL_CLERK', ...OFFICES], ['listProblems', 'listComplaints', 'listCallBacks', 'listLedgerEntries']),
];

export type LiveState = 'connecting' | 'live' | 'cut';

const listeners = new Set<() => void>();
const states = new Map<string, LiveState>();
let live: LiveState = 'connecting';

function tell(path: string, state: LiveState | undefined) {
  if (state) {
    states.set(path, state);
  } else {
    states.delete(path);
  }
  const all = [...states.values()];
  const next = all.includes('cut') ? 'cut' : all.length > 0 && all.every((one) => one === 'live') ? 'live' : 'connecting';
  if (next !== live) {
    live = next;
    listeners.forEach((listener) => listener());
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether what is shown follows what happens. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribe, () => live);
}

/** Follows, as long as somebody is logged in, the streams that their roles may read. */
export function useLive(person: Person) {
  const client = useQueryClient();
  const roles = person.roles.join();
  useEffect(() => {
    const followed = STREAMS.filter((stream) => may({ ...person, roles: roles.split(',') as Role[] }, stream.roles)).map((stream) => follow(stream, client));
    return () => followed.forEach((end) => end());
    // Who works here is who the roles are of: the same person is read anew now and then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, roles]);
}

/** Follows a stream through cuts, restarts and renewed logins, each time from where it was. */
function follow(stream: Stream, client: QueryClient): () => void {
  const changes = new Changes(stream, client);
  let source: EventSource | undefined;
  let place: string | undefined;
  let retry = FIRST_RETRY;
  let sign = Date.now();
  let opened = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    timer = undefined;
    sign = Date.now();
    source = new EventSource(addressOf(stream.service) + stream.path, {
      fetch: (url, init) => fetchWithLogin(url, init, place, () => (sign = Date.now())),
    });
    source.addEventListener('open', () => {
      retry = FIRST_RETRY;
      tell(stream.path, 'live');
      if (opened && place === undefined) {
        changes.all();
      }
      opened = true;
    });
    source.addEventListener('change', (event) => {
      place = event.lastEventId || place;
      changes.add((JSON.parse(event.data as string) as { id: string }).id);
    });
    source.addEventListener('reset', (event) => {
      place = event.lastEventId || place;
      changes.all();
    });
    source.addEventListener('error', again);
  };

  /**
   * The pauses grow, and differ: not all come back at once after a restart. That a stream ends and begins again at once
   * is in order, and not told.
   */
  const again = () => {
    source?.close();
    if (timer === undefined) {
      if (retry > FIRST_RETRY) {
        tell(stream.path, 'cut');
      }
      timer = setTimeout(open, retry * (0.5 + Math.random()));
      retry = Math.min(retry * 2, LAST_RETRY);
    }
  };

  // A connection that died without a word, as after a night in a drawer, is noticed by its silence.
  const watch = setInterval(() => {
    if (timer === undefined && Date.now() - sign > SILENCE) {
      again();
    }
  }, 10 * SECOND);
  const online = () => {
    if (timer !== undefined) {
      clearTimeout(timer);
      open();
    }
  };
  window.addEventListener('online', online);
  const unfollow = followSession((change) => change === 'again' && online());
  tell(stream.path, 'connecting');
  open();
  return () => {
    clearTimeout(timer);
    clearInterval(watch);
    window.removeEventListener('online', online);
    unfollow();
    changes.end();
    source?.close();
    tell(stream.path, undefined);
  };
}

/** With the login as it is now, from the last place, and telling of every sign of life. */
async function fetchWithLogin(url: string | URL, init: EventSourceFetchInit, place: string | undefined, alive: () => void): Promise<FetchLikeResponse> {
  const bearer = token();
  if (!bearer) {
    return { body: null, url: String(url), status: 401, redirected: false, headers: new Headers() };
  }
  const response = await fetch(url, {
    ...init,
    cache: 'no-store',
    headers: {
      Accept: 'text/event-stream',
      Authorization: `Bearer ${bearer}`,
      ...(place ? { 'Last-Event-ID': place } : {}),
    },
  });
  if (response.status === 401) {
    expireSession(bearer);
  }
  const body = response.body?.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(part, out) {
        alive();
        out.enqueue(part);
      },
    }),
  );
  return { body: body ?? null, url: response.url, status: response.status, redirected: response.redirected, headers: response.headers };
}

/** Gathers changes and asks again for what they concern: at once, then not before a pause is over. */
class Changes {
  private readonly ids = new Set<string>();
  private everything = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private last = 0;

  constructor(
    private readonly stream: Stream,
    private readonly client: QueryClient,
  ) {}

  add(id: string) {
    this.everything ||= this.ids.size >= MOST_NAMED;
    if (!this.everything) {
      this.ids.add(id);
    }
    this.plan();
  }

  all() {
    this.everything = true;
    this.plan();
  }

  end() {
    clearTimeout(this.waiting);
  }

  private plan() {
    this.waiting ??= setTimeout(() => this.ask(), Math.max(0, this.last + PAUSE - Date.now()));
  }

  private ask() {
    const ids = new Set(this.ids);
    const everything = this.everything;
    this.ids.clear();
    this.everything = false;
    this.waiting = undefined;
    this.last = Date.now();
    void this.client.invalidateQueries({
      predicate: (query) => this.isConcerned(query, ids, everything),
      // Who does not look is shown the newest when they come back.
      refetchType: document.hidden ? 'none' : 'active',
    });
  }

  private isConcerned(query: Query, ids: Set<string>, everything: boolean): boolean {
    const [service, id, request] = query.queryKey as [unknown, string, { path?: { id?: string } } | undefined];
    if (service !== this.stream.service) {
      return false;
    }
    const record = request?.path?.id;
    return record === undefined ? (this.stream.concerns as readonly string[]).includes(id) : everything || ids.has(record);
  }
}
