import type { UserManager } from 'oidc-client-ts';
import { config } from '../api/config';
import { ProblemError } from '../api/problem';
import { beginSession, expireSession, leaveSession, token } from './session';

/** Where the identity provider sends people back to. */
const CALLBACK = '/console/login/callback';
/** Where a tab begins that is opened only to log in. */
const BESIDE = '/console/login/beside';
const OURS = '/console/';
const RETURN_TO = 'bihuan.return-to';
/** On the way to the provider and back there is no page yet that a login could be taken up for. */
const ON_THE_WAY = [CALLBACK, BESIDE];
/** Of each request to the provider: one that is silent must not hold the page. */
const PATIENCE_SECONDS = 4;
/** What the provider says of a login that it has ended. */
const ENDED = 'invalid_grant';
let manager: UserManager | undefined;
let waiting: BroadcastChannel | undefined;
let renewing: Promise<void> | undefined;
let owesRenewal = false;

/** Loaded only where there is a provider. */
async function oidc(): Promise<UserManager | undefined> {
  const { login } = config();
  if (login.kind !== 'OIDC') {
    return undefined;
  }
  if (!manager) {
    const { UserManager, WebStorageStateStore } = await import('oidc-client-ts');
    // Nothing of a login outlives its tab, not even of one that was begun and left.
    const ofTab = new WebStorageStateStore({ store: window.sessionStorage });
    manager = new UserManager({
      authority: login.authority,
      client_id: login.clientId,
      redirect_uri: window.location.origin + CALLBACK,
      post_logout_redirect_uri: window.location.origin + OURS,
      scope: 'openid',
      automaticSilentRenew: true,
      requestTimeoutInSeconds: PATIENCE_SECONDS,
      userStore: ofTab,
      stateStore: ofTab,
    });
    manager.events.addUserLoaded((user) => {
      owesRenewal = false;
      // A login for another tab is not ours.
      if (typeof user.state !== 'string') {
        beginSession({ token: user.access_token });
      }
    });
    manager.events.addAccessTokenExpired(() => expireSession(token()));
    manager.events.addSilentRenewError((error) => {
      owesRenewal = !isEnd(error);
      if (!owesRenewal) {
        expireSession(token());
      }
    });
    window.addEventListener('online', () => {
      if (owesRenewal) {
        void renewLogin().catch(() => undefined);
      }
    });
  }
  return manager;
}

/** Leads to the identity provider and back; without one, people come by a link that `./bihuan link` prints. */
export async function beginLogin() {
  sessionStorage.setItem(RETURN_TO, window.location.pathname + window.location.search);
  await (await oidc())?.signinRedirect();
}

/**
 * Logs in while this page stays as it is: silently, or in a tab that hands the login over and closes. A window of the
 * provider's could not: pages of ours and of others share none. Returns whether the browser let a tab be opened.
 */
export function loginBeside(): boolean {
  const id = crypto.randomUUID();
  waiting?.close();
  waiting = new BroadcastChannel(BESIDE);
  waiting.onmessage = ({ data }: MessageEvent<{ to: string; user: string }>) => {
    if (data.to === id) {
      waiting?.close();
      void takeOver(data.user);
    }
  };
  return window.open(`${BESIDE}#${id}`, '_blank') !== null;
}

async function takeOver(text: string) {
  const [known, { User }] = await Promise.all([oidc(), import('oidc-client-ts')]);
  const user = User.fromStorageString(text);
  await known?.storeUser(user);
  await known?.events.load(user);
}

/** In the tab that was opened to log in. */
export async function beginBeside(id: string) {
  await (await oidc())?.signinRedirect({ state: id });
}

/** As long as the provider still knows somebody, they need not be asked. Tried once at a time: what renews may work once. */
export function renewLogin(): Promise<void> {
  renewing ??= renew().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function renew() {
  const known = await oidc();
  if ((await known?.getUser())?.refresh_token) {
    // The library forgets the patience of all other requests in this one.
    await known?.signinSilent({ silentRequestTimeoutInSeconds: PATIENCE_SECONDS }).catch((error: unknown) => {
      owesRenewal = !isEnd(error);
      throw error;
    });
  }
}

/** The provider's own "no". Whatever else went wrong may be over when it is tried again. */
function isEnd(error: unknown): boolean {
  return error instanceof Error && 'error' in error && error.error === ENDED;
}

/** On the page people come back to; returns the address they were at, or nothing where another tab waits for the login. */
export async function completeLogin(): Promise<string | undefined> {
  const known = await oidc();
  const user = await known?.signinCallback();
  if (user && typeof user.state === 'string') {
    const channel = new BroadcastChannel(BESIDE);
    channel.postMessage({ to: user.state, user: user.toStorageString() });
    channel.close();
    await known?.removeUser();
    return undefined;
  }
  if (user) {
    beginSession({ token: user.access_token });
  }
  const back = sessionStorage.getItem(RETURN_TO);
  sessionStorage.removeItem(RETURN_TO);
  return back?.startsWith(OURS) ? back.slice(OURS.length - 1).replace(/^\/+/, '/') : '/';
}

/** The code in a link to log in, or what was copied of it. */
export function codeIn(text: string): string | undefined {
  return /(?:[#&]code=|^)([\w-]+)$/.exec(text.trim())?.[1];
}

/** A code that works once, for a token. It stands behind the #, which no server or log gets to see. */
export async function redeemCode(code: string) {
  const { login } = config();
  if (login.kind !== 'LOCAL') {
    throw new Error('not-local');
  }
  const response = await fetch(`${login.address}/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  }).catch(() => {
    throw ProblemError.unreachable();
  });
  if (!response.ok) {
    throw new Error('refused');
  }
  beginSession((await response.json()) as { token: string; expiresAt: string });
}

/** Here at once, and then at the provider. */
export async function logOut() {
  leaveSession();
  const known = await oidc();
  await known?.signoutRedirect().catch(() => known.removeUser());
}

/** Takes the login of this tab up again as long as the provider's own session lives, also after a night in a drawer. */
export async function keepLoggedIn() {
  if (ON_THE_WAY.includes(window.location.pathname)) {
    return;
  }
  const user = await (await oidc())?.getUser();
  if (user?.expired) {
    await renewLogin().catch(() => undefined);
  } else if (user) {
    beginSession({ token: user.access_token });
  }
}
