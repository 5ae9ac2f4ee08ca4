import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { refusal } from '../kit/calling.js';
import { fields, text, type Fields } from '../kit/read.js';
import { readPosts } from './posts.js';

/** A post in one edition: who answers names both. */
interface StrongRef {
  readonly uri: string;
  readonly cid: string;
}

export interface ReplyRef {
  readonly root: StrongRef;
  readonly parent: StrongRef;
}

/** What a reply names. Throws `SendFailure` when the post that it answers is gone, or closed to us. */
export async function replyRefOf(parentUri: string, account: AccountAccess, http: Http): Promise<ReplyRef> {
  const post = await readPost(parentUri, account, http);
  if (fields(post['viewer'])['replyDisabled'] === true) {
    throw refusal('ReplyDisabled', 'the author lets others reply, but not this account');
  }
  const parent = refOf(post);
  return { parent, root: refOrUndefined(fields(fields(fields(post['record'])['reply'])['root'])) ?? parent };
}

export async function readPost(uri: string, account: AccountAccess, http: Http): Promise<Fields> {
  const found = (await readPosts([uri], account, http)).find((post) => post['uri'] === uri);
  if (found === undefined) throw refusal('ReplyTargetNotFound', 'the post is deleted, or its author has blocked us');
  return found;
}

export function refOf(post: Fields): StrongRef {
  const found = refOrUndefined(post);
  if (found === undefined) throw refusal('ReplyTargetNotFound', 'the post is not fully known');
  return found;
}

function refOrUndefined(value: Fields): StrongRef | undefined {
  const [uri, cid] = [text(value['uri']), text(value['cid'])];
  return uri === undefined || cid === undefined ? undefined : { uri, cid };
}
