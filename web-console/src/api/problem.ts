/** RFC 9457, as every service answers a "no". */
export interface Problem {
  status: number;
  title: string;
  detail?: string | null;
  code: string;
  traceId?: string | null;
  errors?: { field: string; code: string; message: string }[] | null;
  /** Of an act that the state does not allow. */
  currentStatus?: string | null;
  requestedAction?: string | null;
  allowedActions?: string[] | null;
  retryAfter?: number;
}

/** What the services say when somebody else was faster. */
const CROSSING = ['illegal-transition', 'already-decided', 'draft-outdated'];

/** Begins the codes of ours for answers that have none. */
const UNTOLD = 'http-';

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }

  /** No answer at all: the network, or a service that is down. The words are ours then. */
  static unreachable(): ProblemError {
    return new ProblemError({ status: 0, title: '', code: 'unreachable' });
  }

  /** Somebody else was faster: the version seen is no longer the newest, or the step no longer allowed. */
  get isCrossed(): boolean {
    return this.problem.status === 412 || CROSSING.includes(this.problem.code);
  }

  /** An earlier attempt, whose answer was lost, has been taken; what was typed since then has not. */
  get isEarlier(): boolean {
    return this.problem.code === 'idempotency-key-reused';
  }

  /** The record is not there, as a service says; a proxy that finds no service knows of no record. */
  get isMissing(): boolean {
    return this.problem.status === 404 && this.isTold;
  }

  /** The reader may not, as a service says; a filter on the way to it knows nobody's rights. */
  get isForbidden(): boolean {
    return this.problem.status === 403 && this.isTold;
  }

  private get isTold(): boolean {
    return !this.problem.code.startsWith(UNTOLD);
  }

  /** A "no" that holds: whatever is sent now is something else. */
  get isRefusal(): boolean {
    return this.problem.status >= 400 && this.problem.status < 500 && this.problem.code !== 'request-in-progress';
  }
}

/** The problem in an answer; of one that says nothing (a proxy's), what its status says. */
export function problemOf(response: Response, body: unknown): Problem {
  const told = parsed(body);
  const retryAfter = Number(response.headers.get('Retry-After'));
  return {
    ...(told ?? { title: response.statusText, code: `${UNTOLD}${response.status}` }),
    status: response.status,
    ...(retryAfter > 0 ? { retryAfter } : {}),
  };
}

function parsed(body: unknown): Problem | undefined {
  try {
    const value = typeof body === 'string' ? (JSON.parse(body) as unknown) : body;
    return value && typeof value === 'object' && 'code' in value ? (value as Problem) : undefined;
  } catch {
    return undefined;
  }
}
