import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, AccountCheck, MissingRight } from '../kit/account.js';
import { tolerated } from '../kit/calling.js';
import { SendFailure } from '../kit/failure.js';
import { present } from '../kit/present.js';
import { text } from '../kit/read.js';
import { profileUrlOf } from './address.js';
import { ask } from './call.js';
import { personOf } from './parse-person.js';
import { openSession } from './session.js';

const noChat: MissingRight = {
  name: 'direct messages',
  effect: {
    en: 'Direct messages neither arrive nor can be sent; public messages are not concerned.',
    fr: 'Les messages privés n’arrivent pas et ne peuvent pas partir ; les messages publics ne sont pas concernés.',
  },
  repair: {
    en: 'In Bluesky, under Settings, Privacy and security, App passwords, make a new one with access to your direct messages, and enter it here.',
    fr: 'Dans Bluesky, sous Paramètres, Confidentialité et sécurité, Mots de passe d’application, créez-en un avec accès aux messages privés, et saisissez-le ici.',
  },
};

export async function check(account: AccountAccess, http: Http): Promise<AccountCheck> {
  const { did, handle, settings, expiresAt } = await openSession(account, http);
  const open = { ...account, externalId: did, settings };
  const profile = ask(open, http, { name: 'app.bsky.actor.getProfile', query: { actor: did } });
  const us = personOf(await tolerated(profile, {}));
  const hasChat = await mayChat(open, http);
  return {
    externalId: did,
    name: text(us?.name) ?? handle ?? did,
    ...present({ handle: us?.handle ?? handle, avatarUrl: us?.avatarUrl, profileUrl: profileUrlOf(did) }),
    granted: ['posts', ...(hasChat ? [noChat.name] : [])],
    missing: hasChat ? [] : [noChat],
    expiresAt,
    limits: {},
    settings,
  };
}

async function mayChat(account: AccountAccess, http: Http): Promise<boolean> {
  try {
    await ask(account, http, { name: 'chat.bsky.convo.listConvos', query: { limit: '1' }, chat: true });
    return true;
  } catch (error) {
    if (error instanceof SendFailure && error.kind === 'rejected') return false;
    // The chat service is one of its own: that it is down says nothing of the account.
    if (error instanceof SendFailure) return true;
    throw error;
  }
}
