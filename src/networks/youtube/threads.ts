import { createHash } from 'node:crypto';

import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import type { Feed, Piece } from '../kit/feed.js';
import { fields, id, instant, list, number, text, type Fields } from '../kit/read.js';
import type { Watched } from '../kit/watch.js';
import { api } from './api.js';

const pageSize = 100;
/** What one call can ask for by id. */
const mostIds = 50;
/** Replies of one thread that are read: 20 calls. */
const mostReplyPages = 20;

export interface Ways {
  readonly account: AccountAccess;
  readonly http: Http;
}

/**
 * The threads of the channel, newest first, each with all its replies. The list brings a few replies only: the others cost
 * a unit for each hundred, and are asked for when a thread is new or has changed.
 */
export function threadFeed(ways: Ways, watched: readonly Watched[], moderationStatus: string): Feed {
  const known = new Map(watched.map((one) => [one.subject, one]));
  const whole = async (threads: readonly Fields[]): Promise<Piece[]> => {
    const pieces: Piece[] = [];
    for (const thread of threads) {
      const piece = await pieceOf(thread, ways, known);
      if (piece !== undefined) pieces.push(piece);
    }
    return pieces;
  };
  return {
    page: async (page) => {
      const answer = await listThreads(ways, {
        allThreadsRelatedToChannelId: ways.account.externalId,
        order: 'time',
        maxResults: String(pageSize),
        ...(moderationStatus === 'published' ? {} : { moderationStatus }),
        ...(page === undefined ? {} : { pageToken: page }),
      });
      return { pieces: await whole(list(answer['items']).map(fields)), next: text(answer['nextPageToken']) };
    },
    // With ids, the API answers published comments only: those that are held would look as if they had gone.
    ...(moderationStatus === 'published'
      ? {
          atOnce: mostIds,
          again: async (subjects: readonly string[]) =>
            whole(list((await listThreads(ways, { id: subjects.join(',') }))['items']).map(fields)),
        }
      : {}),
  };
}

function listThreads({ account, http }: Ways, query: Readonly<Record<string, string>>): Promise<Fields> {
  const asked = { part: 'snippet,replies', textFormat: 'plainText', ...query };
  return api.ask(account, http, { method: 'GET', path: '/commentThreads', query: asked });
}

async function pieceOf(thread: Fields, ways: Ways, known: ReadonlyMap<string, Watched>): Promise<Piece | undefined> {
  const subject = id(thread['id']);
  if (subject === undefined) return undefined;
  const snippet = fields(thread['snippet']);
  const top = fields(fields(snippet['topLevelComment'])['snippet']);
  const inline = list(fields(thread['replies'])['comments']).map(fields);
  const total = number(snippet['totalReplyCount']) ?? inline.length;
  const print = printOf([text(top['updatedAt']), text(top['moderationStatus']), total, inline.map(editionOf)]);
  const at = instant(top['publishedAt'])?.getTime() ?? 0;
  const before = known.get(subject);
  if (before?.print === print) return { subject, at, print, parts: before.parts, value: { thread, replies: inline } };
  const replies = total > inline.length ? await repliesOf(subject, ways) : inline;
  return { subject, at, print, parts: replies.flatMap((reply) => id(reply['id']) ?? []), value: { thread, replies } };
}

/** All replies under a comment, oldest last. */
export async function repliesOf(parentId: string, { account, http }: Ways): Promise<Fields[]> {
  const replies: Fields[] = [];
  let page: string | undefined;
  for (let pages = 0; pages < mostReplyPages; pages += 1) {
    const query = {
      part: 'snippet',
      parentId,
      maxResults: String(pageSize),
      textFormat: 'plainText',
      ...(page === undefined ? {} : { pageToken: page }),
    };
    const answer = await api.ask(account, http, { method: 'GET', path: '/comments', query });
    replies.push(...list(answer['items']).map(fields));
    page = text(answer['nextPageToken']);
    if (page === undefined) break;
  }
  return replies;
}

function editionOf(comment: Fields): readonly unknown[] {
  return [id(comment['id']), text(fields(comment['snippet'])['updatedAt'])];
}

function printOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);
}
