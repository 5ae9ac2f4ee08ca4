import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { fields, instant, list, text, type Fields } from '../kit/read.js';
import type { BackList, Entry } from '../kit/walk.js';
import { ask } from './call.js';

export interface Ways {
  readonly account: AccountAccess;
  readonly http: Http;
}

const reasons = ['mention', 'reply', 'quote', 'like'];

export function notificationList({ account, http }: Ways): BackList {
  return {
    async page(cursor) {
      const query = { limit: '100', reasons, ...(cursor === undefined ? {} : { cursor }) };
      const told = await ask(account, http, { name: 'app.bsky.notification.listNotifications', query });
      return { entries: list(told['notifications']).map(fields).flatMap(entryOf), next: text(told['cursor']) };
    },
  };
}

/** What the account itself has written, reposts left out. */
export function ownList({ account, http }: Ways): BackList {
  return {
    async page(cursor) {
      const query = {
        actor: account.externalId,
        filter: 'posts_with_replies',
        limit: '50',
        ...(cursor === undefined ? {} : { cursor }),
      };
      const told = await ask(account, http, { name: 'app.bsky.feed.getAuthorFeed', query });
      const items = list(told['feed']).map(fields);
      return { entries: items.flatMap((item) => ownEntry(item, account.externalId)), next: text(told['cursor']) };
    },
  };
}

function ownEntry(item: Fields, account: string): Entry[] {
  const post = fields(item['post']);
  if (text(fields(post['author'])['did']) !== account || item['reason'] !== undefined) return [];
  return entryOf(post).map((entry) => ({ ...entry, value: item }));
}

function entryOf(value: Fields): Entry[] {
  const uri = text(value['uri']);
  return uri === undefined ? [] : [{ id: uri, at: instant(value['indexedAt'])?.getTime() ?? 0, value }];
}
