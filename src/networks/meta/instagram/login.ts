import type { AccountAccess } from '../../kit/account.js';
import type { Settings } from '../../kit/form.js';
import { graphBase } from '../graph/call.js';

export const instagramBase = 'https://graph.instagram.com';

/** The two ways to connect an account. They have hosts, tokens, secrets and ids of their own, and are never mixed. */
export type Login = 'instagram' | 'facebook';

/** As it was chosen; else what the token looks like: those of Pages begin with EA. */
export function loginOf({ settings }: Pick<AccountAccess, 'settings'>): Login {
  const chosen = settings['login'];
  if (chosen === 'instagram' || chosen === 'facebook') return chosen;
  return settings['accessToken']?.trim().startsWith('EA') === true ? 'facebook' : 'instagram';
}

/** The account as the calls of `graph/` need it: at the host of its login, with the app that its token is of. */
export function atGraph(account: AccountAccess): AccountAccess {
  if (loginOf(account) === 'instagram') {
    // Instagram's own tokens are not proven by the secret of the Meta app.
    return { ...account, app: { appId: instagramAppId(account.app) } };
  }
  return { ...account, apiBase: account.apiBase === instagramBase ? graphBase : account.apiBase };
}

/** Whoever connects with Instagram alone may have given its app as the only one. */
export function instagramAppId(app: Settings): string {
  return app['instagramAppId'] ?? app['appId'] ?? '';
}

export function instagramSecret(app: Settings): string {
  return app['instagramAppSecret'] ?? app['appSecret'] ?? '';
}

/** Whose messages are sent and read: the linked Page's, or the account's own. */
export function mailbox(account: AccountAccess): string {
  const page = account.settings['pageId'];
  if (loginOf(account) === 'instagram') return account.externalId;
  return page === undefined || page === '' ? 'me' : page;
}

/** By the id, or by the name where the API shows another id of ours than the webhook. */
export function isOurs(
  who: { readonly id: string | undefined; readonly username: string | undefined },
  account: AccountAccess,
): boolean {
  const { username, scopedId } = account.settings;
  if (who.id !== undefined && (who.id === account.externalId || who.id === scopedId)) return true;
  return who.username !== undefined && who.username === username;
}
