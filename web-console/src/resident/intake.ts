import createClient from 'openapi-fetch';
import { addressOf } from '../api/config';
import type { components, paths } from '../api/generated/intake';
import { ProblemError, problemOf, type Problem } from '../api/problem';
import { languageTag } from './language';

export type Schemas = components['schemas'];
export type { Problem };

let client: ReturnType<typeof createClient<paths>> | undefined;

/** Intake-service without a login, once the configuration is loaded; the console's client brings along what no resident needs. */
export function intake() {
  if (!client) {
    client = createClient<paths>({ baseUrl: addressOf('intake') });
    client.use({
      onRequest: ({ request }) => {
        request.headers.set('Accept-Language', languageTag());
        return request;
      },
    });
  }
  return client;
}

/** What was answered; every "no", and no answer at all, is thrown as a `ProblemError`. */
export async function answered<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch(() => {
    throw ProblemError.unreachable();
  });
  if (!response.ok) {
    throw new ProblemError(problemOf(response, error));
  }
  return data as T;
}

/** The problem that was thrown; anything else is a fault of ours and goes on. */
export function problemIn(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) {
    return thrown.problem;
  }
  throw thrown;
}

/**
 * Long and random, as callers without a login need it: all of them share one space of keys. Works without TLS too,
 * where `randomUUID` is missing.
 */
export function randomKey(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))));
}

/** Characters as the services count them. */
export function length(text: string): number {
  return [...text].length;
}
