import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call, type Answer, type OperationId, type Request, type Service } from '../api/client';
import { ProblemError } from '../api/problem';
import { refresh } from '../api/use';
import { draftsOf, onDrafts, sweep, type Draft } from './drafts';
import { keepAnswer, keptAnswer } from './kept';
import { tellReached, useOnline } from './network';
import { sendWaiting } from './queue';

const EVERY = 15_000;

/** An answer, and since when it is known where it could not be asked for again. */
export interface Seen<T> {
  answer: T;
  keptSince?: string;
}

async function ask<S extends Service, O extends OperationId<S>>(owner: string, name: string, service: S, id: O, request: Request<S, O>): Promise<Seen<Answer<S, O>>> {
  try {
    const answer = await call(service, id, request);
    tellReached(true);
    await keepAnswer(owner, name, answer);
    return { answer };
  } catch (error) {
    const unreachable = error instanceof ProblemError && error.problem.code === 'unreachable';
    if (unreachable) {
      tellReached(false);
    }
    const kept = unreachable ? await keptAnswer<Answer<S, O>>(owner, name) : undefined;
    if (!kept) {
      throw error;
    }
    return { answer: kept.answer, keptSince: kept.at };
  }
}

/** What an operation answers; without a network what it answered last under this name. */
export function useSeen<S extends Service, O extends OperationId<S>>(
  owner: string,
  name: string,
  service: S,
  id: O,
  request: Request<S, O> = {},
  options: { enabled?: boolean; every?: number } = {},
) {
  return useQuery<Seen<Answer<S, O>>, Error>({
    queryKey: ['seen', owner, name, request],
    queryFn: ({ signal }) => ask(owner, name, service, id, { ...request, signal }),
    enabled: options.enabled,
    refetchInterval: options.every,
    networkMode: 'always',
    retry: false,
  });
}

const LONG_AGO = 10 * 60_000;

/** Asks in good time for what will be opened where there is no network, and again when something was sent. */
export function useAhead(owner: string, wanted: { name: string; ask: () => Promise<unknown> }[], drafts: Draft[] | undefined) {
  const online = useOnline();
  const sent = (drafts ?? []).reduce((last, { sentAt }) => (sentAt && sentAt > last ? sentAt : last), '');
  const names = wanted.map(({ name }) => name).join(' ');
  useEffect(() => {
    let stopped = false;
    void (async () => {
      for (const { name, ask: get } of online ? wanted : []) {
        const kept = await keptAnswer(owner, name);
        if (!stopped && (!kept || kept.at < sent || Date.now() - Date.parse(kept.at) > LONG_AGO)) {
          await get()
            .then((answer) => keepAnswer(owner, name, answer))
            .catch(() => undefined);
        }
      }
    })();
    return () => {
      stopped = true;
    };
    // Again when others are wanted, not when the same are put together anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [owner, names, online, sent]);
}

/** Names of units, categories and the like, also without a network. */
export function useKeptReference(owner: string) {
  const client = useQueryClient();
  const online = useOnline();
  useEffect(() => {
    void Promise.all([
      reference(client, owner, 'dispatch', 'listUnits', { query: { limit: 200 } }),
      reference(client, owner, 'dispatch', 'listSubdistricts', {}),
      reference(client, owner, 'intake', 'listCategories', {}),
    ]);
  }, [client, owner, online]);
}

async function reference<S extends Service, O extends OperationId<S>>(client: QueryClient, owner: string, service: S, id: O, request: Request<S, O>) {
  const seen = await ask(owner, id, service, id, request).catch(() => undefined);
  if (seen) {
    client.setQueryData(['reference', service, id, request], seen.answer);
  }
}

/** A person's drafts, as they are at every moment in all tabs. */
export function useDrafts(owner: string): Draft[] | undefined {
  const client = useQueryClient();
  useEffect(() => onDrafts(() => void client.invalidateQueries({ queryKey: ['drafts', owner] })), [client, owner]);
  return useQuery({ queryKey: ['drafts', owner], queryFn: () => draftsOf(owner), networkMode: 'always' }).data;
}

/** Sends what waits as soon as there is a network, and asks again for what is shown when something was sent. */
export function useSending(owner: string, drafts: Draft[] | undefined) {
  const client = useQueryClient();
  const online = useOnline();
  const sent = drafts?.filter((draft) => draft.state === 'SENT').length;
  useEffect(() => {
    void sweep(owner);
    const go = () => void sendWaiting(owner);
    go();
    const timer = window.setInterval(go, EVERY);
    document.addEventListener('visibilitychange', go);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', go);
    };
  }, [owner, online]);
  useEffect(() => {
    void refresh(client);
  }, [client, sent, online]);
}
