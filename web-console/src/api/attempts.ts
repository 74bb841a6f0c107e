import { ProblemError } from './problem';

interface Attempt {
  key: string;
  running?: Promise<unknown>;
}

/**
 * One key for all attempts at the same thing, until a service has said yes or no. As long as an answer is lost nobody
 * knows whether it was done: under the same key it is not done twice, even if something else has been typed since.
 */
export class Attempts {
  private readonly open = new Map<string, Attempt>();

  at<T>(what: string, act: (key: string) => Promise<T>): Promise<T> {
    const attempt = this.open.get(what) ?? { key: crypto.randomUUID() };
    this.open.set(what, attempt);
    attempt.running ??= act(attempt.key)
      .then(
        (answer) => {
          this.open.delete(what);
          return answer;
        },
        (error: unknown) => {
          if (error instanceof ProblemError && error.isRefusal) {
            this.open.delete(what);
          }
          throw error;
        },
      )
      .finally(() => (attempt.running = undefined));
    return attempt.running as Promise<T>;
  }
}
