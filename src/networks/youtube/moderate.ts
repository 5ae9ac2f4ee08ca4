import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { refusal } from '../kit/calling.js';
import type { Moderation } from '../kit/network.js';
import { fields, id, list } from '../kit/read.js';
import type { RestCall } from '../kit/rest.js';
import { api } from './api.js';

/** On videos of the channel. What others wrote is rejected, which nobody can see any more; what we wrote is deleted. */
export async function moderate(act: Moderation, account: AccountAccess, http: Http): Promise<void> {
  await api.publish(account, http, await callFor(act, account, http));
}

async function callFor(act: Moderation, account: AccountAccess, http: Http): Promise<RestCall> {
  const { messageId } = act;
  switch (act.act) {
    case 'hide':
      return standing(messageId, 'heldForReview');
    case 'unhide':
      return standing(messageId, 'published');
    case 'delete':
      return deletion(messageId, account, http);
    case 'edit-own': {
      const body = { json: { id: messageId, snippet: { textOriginal: act.text ?? '' } } };
      return { method: 'PUT', path: '/comments', query: { part: 'snippet' }, body };
    }
    case 'like':
    case 'unlike':
      throw refusal('not-possible', `YouTube's API cannot ${act.act} a comment`);
  }
}

/** Whose it is decides how it goes. A message of a live chat is in no list of comments. */
async function deletion(messageId: string, account: AccountAccess, http: Http): Promise<RestCall> {
  const query = { part: 'snippet', id: messageId };
  const found = await api.ask(account, http, { method: 'GET', path: '/comments', query });
  const [comment] = list(found['items']).map(fields);
  if (comment === undefined) return { method: 'DELETE', path: '/liveChat/messages', query: { id: messageId } };
  const author = id(fields(fields(comment['snippet'])['authorChannelId'])['value']);
  if (author !== account.externalId) return standing(messageId, 'rejected');
  return { method: 'DELETE', path: '/comments', query: { id: messageId } };
}

function standing(messageId: string, moderationStatus: string): RestCall {
  return { method: 'POST', path: '/comments/setModerationStatus', query: { id: messageId, moderationStatus } };
}
