import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { fields, list, text, type Fields } from '../kit/read.js';
import { ask } from './call.js';

/** The most that app.bsky.feed.getPosts takes. */
export const postsAtOnce = 25;

/** Posts as the network shows them; those that are gone, or whose authors have blocked us, are missing. */
export async function readPosts(uris: readonly string[], account: AccountAccess, http: Http): Promise<Fields[]> {
  const wanted = [...new Set(uris)];
  const found: Fields[] = [];
  for (let at = 0; at < wanted.length; at += postsAtOnce) {
    const query = { uris: wanted.slice(at, at + postsAtOnce) };
    const told = await ask(account, http, { name: 'app.bsky.feed.getPosts', query });
    found.push(
      ...list(told['posts'])
        .map(fields)
        .filter((post) => text(post['uri']) !== undefined),
    );
  }
  return found;
}

/** What else is to be shown of it in a list of ours: who wrote it, what it says, what it shows. */
export function shortened(post: Fields): Fields {
  const { uri, cid, author, record, embed, indexedAt } = post;
  return { uri, cid, author, record, embed, indexedAt };
}
