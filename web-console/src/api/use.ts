import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Attempts } from './attempts';
import { call, see, type Answer, type OperationId, type Request, type Seen, type Service } from './client';
import { ProblemError } from './problem';

const MINUTE = 60_000;

/** What was asked for, as far as it is known: by one query, or by several together. */
export interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  isPending: boolean;
  isFetching?: boolean;
  refetch: () => unknown;
}

type Answers<A extends readonly Asked<unknown>[]> = { [K in keyof A]: A[K] extends Asked<infer T> ? T : never };

/** Several as one: known once all are, failed when one has; asked again are those that failed, or all of them. */
export function together<const A extends readonly Asked<unknown>[], R>(asked: A, join: (...answers: Answers<A>) => R): Asked<R> {
  const failed = asked.filter(({ error }) => error);
  return {
    data: asked.every(({ data }) => data !== undefined) ? join(...(asked.map(({ data }) => data) as unknown as Answers<A>)) : undefined,
    error: failed[0]?.error ?? null,
    isPending: asked.some(({ isPending }) => isPending),
    isFetching: asked.some(({ isFetching }) => isFetching),
    refetch: () => Promise.all((failed.length > 0 ? failed : asked).map(({ refetch }) => refetch())),
  };
}

/** What an operation that changes nothing answers; kept, and asked again when something has happened. */
export function useAnswer<S extends Service, O extends OperationId<S>>(
  service: S,
  id: O,
  request: Request<S, O> = {},
  options: { enabled?: boolean; every?: number | ((query: { state: { error: Error | null } }) => number | false) } = {},
) {
  return useQuery<Answer<S, O>, Error>({
    queryKey: [service, id, request],
    queryFn: ({ signal }) => call(service, id, { ...request, signal }),
    enabled: options.enabled,
    refetchInterval: options.every,
  });
}

/** The same with its ETag, where a record has no version of its own. */
export function useSeen<S extends Service, O extends OperationId<S>>(service: S, id: O, request: Request<S, O> = {}, options: { enabled?: boolean } = {}) {
  return useQuery<Seen<Answer<S, O>>, Error>({
    queryKey: [service, id, request, 'seen'],
    queryFn: ({ signal }) => see(service, id, { ...request, signal }),
    enabled: options.enabled,
  });
}

/** Reference data: hardly ever changes while somebody works. */
export function useReference<S extends Service, O extends OperationId<S>>(service: S, id: O, request: Request<S, O> = {}) {
  return useQuery<Answer<S, O>, Error>({
    queryKey: ['reference', service, id, request],
    queryFn: ({ signal }) => call(service, id, { ...request, signal }),
    staleTime: 10 * MINUTE,
  });
}

/**
 * An act. Whatever is shown is asked for again after it: one act moves things in many places; but for `gone`, the
 * operation that would ask for what the act has done away with. A second click while it is under way, and another attempt
 * after an answer that was lost, are the same act; with attempts that are `kept`, also after the page was left.
 */
export function useAct<S extends Service, O extends OperationId<S>>(service: S, id: O, gone?: string, kept?: Attempts) {
  const client = useQueryClient();
  const [own] = useState(() => new Attempts());
  const attempts = kept ?? own;
  return useMutation<Answer<S, O>, Error, Request<S, O>>({
    mutationFn: (request) => attempts.at(JSON.stringify([request.path, request.query]), (idempotencyKey) => call(service, id, { idempotencyKey, ...request })),
    // What stands on the page then is of after the act: the next one begins with its version.
    onSuccess: () => refresh(client, gone),
    onError: (error) => {
      if (error instanceof ProblemError && (error.isCrossed || error.isEarlier)) {
        // The refusal is shown at once.
        void refresh(client, gone);
      }
    },
  });
}

/**
 * The version to act on: what was seen when a form was opened. Once somebody else was faster, and that was shown, it is
 * what is shown then.
 */
export function useVersion<V>(newest: V) {
  const seen = useRef({ version: newest, old: false });
  return {
    take: () => {
      seen.current = seen.current.old ? { version: newest, old: false } : seen.current;
      return seen.current.version;
    },
    saved: (version: V) => {
      seen.current = { version, old: false };
    },
    refused: (error: unknown) => {
      seen.current.old = error instanceof ProblemError && (error.isCrossed || error.isEarlier);
    },
  };
}

/** Asks again for what may have changed while nobody was logged in, and for what was refused then. */
export function refreshAfterLogin(client: QueryClient) {
  return client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'reference' || query.state.status === 'error' });
}

/** Asks again for all that is shown, but for reference data. */
export function refresh(client: QueryClient, gone?: string) {
  return client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'reference' && query.queryKey[1] !== gone });
}
