import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { fields, id, instant, list, text, type Fields } from '../kit/read.js';
import type { BackList, Entry } from '../kit/walk.js';
import { ask, pathOf } from './call.js';

export interface Ways {
  readonly account: AccountAccess;
  readonly http: Http;
}

const fieldsOfPosts = {
  'tweet.fields':
    'author_id,conversation_id,in_reply_to_user_id,referenced_tweets,created_at,attachments,entities,edit_history_tweet_ids,note_tweet,lang',
  expansions: 'author_id,attachments.media_keys,referenced_tweets.id,referenced_tweets.id.author_id',
  'media.fields': 'url,preview_image_url,variants,type,alt_text',
  'user.fields': 'username,name,profile_image_url,public_metrics',
};

/** What names us, replies to our replies included, of which no webhook tells; each thing that is read costs money. */
export function mentionList(ways: Ways, from: number): BackList {
  const path = pathOf('users', ways.account.externalId, 'mentions');
  const since = from > 0 ? { start_time: new Date(from).toISOString().replace(/\.\d+Z$/u, 'Z') } : {};
  return listAt(path, { max_results: '100', ...since, ...fieldsOfPosts }, ways);
}

/** Our own posts: what was written in the app, and what an unknown outcome is looked for in. */
export function ownList(ways: Ways, from: number): BackList {
  const path = pathOf('users', ways.account.externalId, 'tweets');
  const since = from > 0 ? { start_time: new Date(from).toISOString().replace(/\.\d+Z$/u, 'Z') } : {};
  return listAt(path, { max_results: '100', exclude: 'retweets', ...since, ...fieldsOfPosts }, ways);
}

const directQuery = {
  event_types: 'MessageCreate',
  'dm_event.fields': 'id,text,event_type,sender_id,created_at,dm_conversation_id,attachments,entities,participant_ids',
  expansions: 'sender_id,participant_ids,attachments.media_keys',
  'media.fields': 'url,preview_image_url,variants,type,alt_text',
  'user.fields': 'username,name,profile_image_url,public_metrics',
  max_results: '100',
};

export function directList(ways: Ways): BackList {
  return listAt('/2/dm_events', directQuery, ways);
}

export function directWith(personId: string, ways: Ways): BackList {
  return listAt(pathOf('dm_conversations', 'with', personId, 'dm_events'), directQuery, ways);
}

function listAt(path: string, query: Readonly<Record<string, string>>, { account, http }: Ways): BackList {
  return {
    async page(token) {
      const whole = { ...query, ...(token === undefined ? {} : { pagination_token: token }) };
      const told = await ask(account, http, { method: 'GET', path, query: whole });
      const includes = fields(told['includes']);
      const entries = list(told['data'])
        .map(fields)
        .flatMap((one) => entryOf(one, includes));
      return { entries, next: text(fields(told['meta'])['next_token']) };
    },
  };
}

/** With what came along, cut down to what this one needs. */
function entryOf(one: Fields, includes: Fields): Entry[] {
  const entryId = id(one['id']);
  if (entryId === undefined) return [];
  return [
    { id: entryId, at: instant(one['created_at'])?.getTime() ?? 0, value: { one, includes: about(one, includes) } },
  ];
}

function about(one: Fields, includes: Fields): Fields {
  const refs = list(one['referenced_tweets']).map((ref) => id(fields(ref)['id']));
  const tweets = list(includes['tweets'])
    .map(fields)
    .filter((tweet) => refs.includes(id(tweet['id'])));
  const people = [
    ...[one, ...tweets].flatMap((post) => [
      id(post['author_id']),
      id(post['in_reply_to_user_id']),
      id(post['sender_id']),
    ]),
    ...list(one['participant_ids']).map(id),
  ];
  const keys = list(fields(one['attachments'])['media_keys']);
  return {
    users: list(includes['users']).filter((user) => people.includes(id(fields(user)['id']))),
    tweets,
    media: list(includes['media']).filter((media) => keys.includes(fields(media)['media_key'])),
  };
}
