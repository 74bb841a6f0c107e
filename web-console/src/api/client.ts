import createClient, { type Client } from 'openapi-fetch';
import { addressOf } from './config';
import type { operations as Dispatch, paths as DispatchPaths } from './generated/dispatch';
import type { operations as Inspection, paths as InspectionPaths } from './generated/inspection';
import type { operations as Intake, paths as IntakePaths } from './generated/intake';
import operations from './generated/operations.json';
import { ProblemError, problemOf } from './problem';
import { expireSession, token } from '../session/session';
import { language } from '../words';

/** The three services; each has its own operations, named as in its description. */
export interface Operations {
  intake: Intake;
  dispatch: Dispatch;
  inspection: Inspection;
}
export type Service = keyof Operations;
export type OperationId<S extends Service> = keyof Operations[S] & string;

type Part<T, K extends PropertyKey> = T extends { [key in K]?: infer V } ? V : never;
type JsonOf<T> = T extends { content: { 'application/json': infer B } } ? B : never;
type Parameters<S extends Service, O extends OperationId<S>> = Part<Operations[S][O], 'parameters'>;

/** What an operation asks for in its address, and what it is sent. */
export type Query<S extends Service, O extends OperationId<S>> = Exclude<Part<Parameters<S, O>, 'query'>, undefined>;
export type PathOf<S extends Service, O extends OperationId<S>> = Part<Parameters<S, O>, 'path'>;
export type Body<S extends Service, O extends OperationId<S>> = JsonOf<Exclude<Part<Operations[S][O], 'requestBody'>, undefined>>;
/** What an operation answers when all is well. */
export type Answer<S extends Service, O extends OperationId<S>> = JsonOf<
  Part<Part<Operations[S][O], 'responses'>, 200> | Part<Part<Operations[S][O], 'responses'>, 201>
>;
/** A row of a list. */
export type Row<S extends Service, O extends OperationId<S>> = Answer<S, O> extends { items: (infer R)[] } | (infer R)[] ? R : never;

export interface Request<S extends Service, O extends OperationId<S>> {
  query?: Query<S, O>;
  path?: PathOf<S, O>;
  body?: Body<S, O>;
  /** Sent as it is in the place of a body, such as a sheet; its type says what it is. */
  file?: Blob;
  /** The version that was seen, so that nobody's change is lost; its `version` field or its ETag. */
  version?: number | string;
  /** The same for a repeated attempt; without it each call of an acting operation has its own. */
  idempotencyKey?: string;
  accept?: string;
  signal?: AbortSignal;
}

interface KnownOperation {
  method: string;
  path: string;
  body?: string;
}

const clients = new Map<Service, Client<IntakePaths & DispatchPaths & InspectionPaths>>();

function clientOf(service: Service) {
  const known = clients.get(service) ?? createClient({ baseUrl: addressOf(service) });
  clients.set(service, known);
  return known;
}

/** Method and address of an operation, as the description has them. */
export function operation<S extends Service>(service: S, id: OperationId<S>): KnownOperation {
  return (operations[service] as Record<string, KnownOperation>)[id];
}

/** Calls an operation and throws a `ProblemError` for every "no". */
export async function call<S extends Service, O extends OperationId<S>>(
  service: S,
  id: O,
  request: Request<S, O> = {},
): Promise<Answer<S, O>> {
  return (await (await send(service, id, request)).json().catch(() => undefined)) as Answer<S, O>;
}

/** What was seen and its ETag, to act on exactly that: the records of inspection-service have no version of their own. */
export interface Seen<T> {
  value: T;
  tag: string | undefined;
}

export async function see<S extends Service, O extends OperationId<S>>(service: S, id: O, request: Request<S, O> = {}): Promise<Seen<Answer<S, O>>> {
  const response = await send(service, id, request);
  return { value: (await response.json()) as Answer<S, O>, tag: response.headers.get('ETag') ?? undefined };
}

/** Calls an operation for something else than JSON: a sheet, a paper. */
export async function download<S extends Service, O extends OperationId<S>>(service: S, id: O, request: Request<S, O>): Promise<Blob> {
  return (await send(service, id, request)).blob();
}

/** What passes by itself: another service hears of a new photo within about a second, and an attempt of before ends. */
const SOON = ['attachment-not-ready', 'request-in-progress'];
const SOON_TIMES = 20;
const SOON_PAUSE = 300;

async function send<S extends Service, O extends OperationId<S>>(service: S, id: O, request: Request<S, O>): Promise<Response> {
  // The same attempt, under the same key.
  const attempt = { idempotencyKey: crypto.randomUUID(), ...request };
  for (let time = 1; ; time++) {
    try {
      return await sendOnce(service, id, attempt);
    } catch (error) {
      if (!(error instanceof ProblemError) || !SOON.includes(error.problem.code) || time === SOON_TIMES) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, SOON_PAUSE));
    }
  }
}

async function sendOnce<S extends Service, O extends OperationId<S>>(service: S, id: O, request: Request<S, O>): Promise<Response> {
  const { method, path } = operation(service, id);
  const bearer = token();
  // Typed by the operation above; the library only puts the address together.
  const result = await (clientOf(service).request as (...parts: unknown[]) => Promise<{ response: Response; error?: unknown }>)(method, path, {
    params: { query: request.query, path: request.path },
    body: request.file ?? request.body,
    ...(request.file ? { bodySerializer: (file: Blob) => file } : {}),
    headers: { ...headersOf(method, request, bearer), ...(request.file ? { 'Content-Type': request.file.type } : {}) },
    parseAs: 'stream',
    signal: request.signal,
  }).catch((cause: unknown) => {
    if (request.signal?.aborted) {
      throw cause;
    }
    throw ProblemError.unreachable();
  });
  if (result.response.ok) {
    return result.response;
  }
  throw refusal(result.response, result.error, bearer);
}

/** What an answer refuses, to the token that it was asked with. */
export function refusal(response: Response, body: unknown, bearer: string | undefined): ProblemError {
  if (response.status === 401) {
    expireSession(bearer);
  }
  return new ProblemError(problemOf(response, body));
}

function headersOf<S extends Service, O extends OperationId<S>>(method: string, request: Request<S, O>, bearer: string | undefined): Record<string, string> {
  return {
    Accept: request.accept ?? 'application/json',
    'Accept-Language': language() === 'zh' ? 'zh-CN' : 'en',
    ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
    ...(method === 'post' ? { 'Idempotency-Key': request.idempotencyKey ?? crypto.randomUUID() } : {}),
    ...(request.version === undefined ? {} : { 'If-Match': typeof request.version === 'number' ? `"${request.version}"` : request.version }),
  };
}
