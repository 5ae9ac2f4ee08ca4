import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { fields, id, text, type Fields } from '../../kit/read.js';
import type { Fetched, Page } from '../../kit/source.js';
import { pathOf } from '../graph/call.js';
import { cursorFrom } from '../graph/cursor.js';
import { subscriptionNotices } from '../graph/keep-subscribed.js';
import { readEdge } from '../graph/lists.js';
import type { Meter } from '../graph/meter.js';
import { moment } from '../graph/moment.js';
import { changeBody, fingerprint } from '../graph/poll-body.js';
import { feedFields } from '../graph/subscription.js';
import { ifAllowed, walk, type Part } from '../graph/walk.js';
import { readMark } from './parse-content.js';

const lookBackMs = 60 * 60_000;
/** Posts of which comments are still looked for: the newest by their making, two pages of them. */
const postPages = 2;
const perPage = '100';
const commentFields = 'id,from,parent{id},message,created_time,is_hidden,attachment,permalink_url';
const postFields = 'id,from,message,created_time,updated_time,permalink_url,attachments';

/** The walk begins again at a date. */
export const pollFrom = cursorFrom;

/** What the webhooks missed: posts, mentions, reviews, and the comments of every post that was touched since. */
export function poll(cursor: string | null, account: AccountAccess, http: Http): Promise<Page> {
  return walk(
    cursor,
    {
      begin: (from, gauge) => begin(from, account, gauge),
      read: (post, part, metered) => readComments(post, part, { account, http: metered }),
    },
    http,
  );
}

async function begin(from: number | null, account: AccountAccess, gauge: Meter) {
  const notices = await subscriptionNotices(account, { network: 'facebook', fields: feedFields, from }, gauge);
  const posts = await ifAllowed(() => listPosts(account, gauge.http), []);
  const since = from ?? (gauge.now()?.getTime() ?? 0) - lookBackMs;
  const isNew = (one: Fields) => (moment(one['created_time'])?.getTime() ?? 0) >= since;
  const touched = posts.filter((post) => isNew(post) || (moment(post['updated_time'])?.getTime() ?? 0) >= since);
  const edge = (name: string, wanted: string) => ifAllowed(() => listEdge(account, gauge.http, { name, wanted }), []);
  const mentions = (await edge('tagged', 'id,from,message,created_time,permalink_url,attachments')).filter(isNew);
  const wanted = 'open_graph_story{id},reviewer,rating,review_text,recommendation_type,created_time';
  const reviews = (await edge('ratings', wanted)).filter(isNew);
  const seen = { page: account.externalId, at: gauge.now() };
  return {
    items: [
      ...notices,
      // A visitor's post of last year that is commented on today is not a new message.
      ...touched.filter((post) => isNew(post) || isOurs(post, account)).map((post) => postItem(post, seen)),
      ...mentions.map((post) => mentionItem(post, seen)),
      ...reviews.map((review) => reviewItem(review, seen)),
    ],
    places: touched.flatMap((post) => id(post['id']) ?? []),
  };
}

async function listPosts(account: AccountAccess, http: Http): Promise<Fields[]> {
  const path = pathOf(account.externalId, 'feed');
  const posts: Fields[] = [];
  let after: string | undefined;
  for (let page = 0; page < postPages; page += 1) {
    const read = await readEdge(account, http, { path, query: { fields: postFields, limit: perPage }, after });
    posts.push(...read.entries);
    after = read.after;
    if (after === undefined) break;
  }
  return posts;
}

async function listEdge(
  account: AccountAccess,
  http: Http,
  { name, wanted }: { readonly name: string; readonly wanted: string },
): Promise<readonly Fields[]> {
  const path = pathOf(account.externalId, name);
  return (await readEdge(account, http, { path, query: { fields: wanted, limit: perPage } })).entries;
}

/** Newest first and of all levels, back to where the walk began. */
async function readComments(
  post: string,
  { from, after }: { readonly from: number; readonly after: string | undefined },
  ways: { readonly account: AccountAccess; readonly http: Http },
): Promise<Part> {
  const query = { filter: 'stream', order: 'reverse_chronological', fields: commentFields, limit: perPage };
  const read = await readEdge(ways.account, ways.http, { path: pathOf(post, 'comments'), query, after });
  const isNew = (comment: Fields) => (moment(comment['created_time'])?.getTime() ?? from) >= from;
  const seen = { page: ways.account.externalId, at: undefined };
  return {
    items: read.entries.filter(isNew).flatMap((comment) => commentItems(comment, post, seen)),
    after: read.entries.every(isNew) ? read.after : undefined,
  };
}

interface Seen {
  readonly page: string;
  readonly at: Date | undefined;
}

function commentItems(comment: Fields, post: string, seen: Seen): Fetched[] {
  const commentId = id(comment['id']);
  if (commentId === undefined) return [];
  const parent = id(fields(comment['parent'])['id']) ?? post;
  const value = {
    ...comment,
    ...(isTold(comment) ? {} : { [readMark]: true }),
    item: 'comment',
    comment_id: commentId,
    post_id: post,
    parent_id: parent,
  };
  const item = (verb: string): Fetched => ({
    key: `comment:${commentId}:${verb}:${fingerprint(comment['message'])}`,
    body: changeBody(seen.page, seen.at, { field: 'feed', value: { ...value, verb } }),
  });
  return [item('add'), ...(comment['is_hidden'] === true ? [item('hide')] : [])];
}

/** A webhook tells words, photos and films; of a sticker or a GIF it only tells that there is a comment. */
function isTold(comment: Fields): boolean {
  const type = text(fields(comment['attachment'])['type']) ?? '';
  return text(comment['message']) !== undefined || type === 'photo' || type.startsWith('video');
}

function postItem(post: Fields, { page, at }: Seen): Fetched {
  const postId = id(post['id']) ?? '';
  const value = { ...post, item: 'post', verb: 'add', post_id: postId };
  return {
    key: `post:${postId}:${fingerprint(post['message'])}`,
    body: changeBody(page, at, { field: 'feed', value }),
  };
}

function mentionItem(post: Fields, { page, at }: Seen): Fetched {
  const postId = id(post['id']) ?? '';
  const value = { ...post, [readMark]: true, item: 'post', verb: 'add', post_id: postId };
  return {
    key: `mention:${postId}:${fingerprint(post['message'])}`,
    body: changeBody(page, at, { field: 'mention', value }),
  };
}

function reviewItem(review: Fields, { page, at }: Seen): Fetched {
  const story = id(fields(review['open_graph_story'])['id']) ?? '';
  const value = { ...review, item: 'rating', verb: 'add', open_graph_story_id: story, from: review['reviewer'] };
  return {
    key: `review:${story}:${fingerprint(review['review_text'], review['recommendation_type'])}`,
    body: changeBody(page, at, { field: 'ratings', value }),
  };
}

function isOurs(post: Fields, account: AccountAccess): boolean {
  return id(fields(post['from'])['id']) === account.externalId;
}
