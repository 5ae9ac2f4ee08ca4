import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { refusal } from '../kit/calling.js';
import type { OutboundMessage } from '../kit/outbound.js';
import { postCollection } from './address.js';
import { facetsOf } from './facets.js';
import { uploadAll } from './media.js';
import { didOf } from './name.js';
import { replyRefOf } from './target.js';

/** The post that answers; its images are uploaded first. */
export async function recordOf(message: OutboundMessage, account: AccountAccess, http: Http): Promise<object> {
  const parent = message.answers ?? message.post;
  if (parent === undefined) throw refusal('no-target', 'a public reply answers a post');
  const reply = await replyRefOf(parent, account, http);
  const images = await uploadAll(message.files, account, http);
  const facets = await facetsOf(message.text, (handle) => didOf(handle, account, http));
  return {
    $type: postCollection,
    text: message.text,
    createdAt: message.startedAt.toISOString(),
    ...(message.language === undefined ? {} : { langs: [message.language] }),
    ...(facets.length === 0 ? {} : { facets }),
    ...(images.length === 0 ? {} : { embed: { $type: 'app.bsky.embed.images', images } }),
    reply,
  };
}
