import type { UserManager } from 'oidc-client-ts';
import { config } from '../api/config';
import { beginSession } from './session';

/** Where the identity provider sends people back to. */
const CALLBACK = '/console/login/callback';
const RETURN_TO = 'bihuan.return-to';
let manager: UserManager | undefined;

/** Loaded only where there is a provider. */
async function oidc(): Promise<UserManager | undefined> {
  const { login } = config();
  if (login.kind !== 'OIDC') {
    return undefined;
  }
  if (!manager) {
    const { UserManager, WebStorageStateStore } = await import('oidc-client-ts');
    manager = new UserManager({
      authority: login.authority,
      client_id: login.clientId,
      redirect_uri: window.location.origin + CALLBACK,
      post_logout_redirect_uri: `${window.location.origin}/console/`,
      scope: 'openid',
      automaticSilentRenew: true,
      userStore: new WebStorageStateStore({ store: window.sessionStorage }),
    });
    manager.events.addUserLoaded((user) => beginSession({ token: user.access_token }));
  }
  return manager;
}

/** Leads to the identity provider and back; without one, people come by a link that `./bihuan link` prints. */
export async function beginLogin() {
  sessionStorage.setItem(RETURN_TO, window.location.pathname + window.location.search);
  await (await oidc())?.signinRedirect();
}

/** On the page people come back to; returns the address they were at. */
export async function completeLogin(): Promise<string> {
  const user = await (await oidc())?.signinCallback();
  if (user) {
    beginSession({ token: user.access_token });
  }
  const back = sessionStorage.getItem(RETURN_TO);
  sessionStorage.removeItem(RETURN_TO);
  return back ?? '/console/';
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
  });
  if (!response.ok) {
    throw new Error('refused');
  }
  beginSession((await response.json()) as { token: string; expiresAt: string });
}

export async function logOut() {
  await (await oidc())?.signoutRedirect();
}

/** Takes a renewed token over as long as the provider's own session lives. */
export async function keepLoggedIn() {
  const user = await (await oidc())?.getUser();
  if (user && !user.expired) {
    beginSession({ token: user.access_token });
  }
}
