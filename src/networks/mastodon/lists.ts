import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { fields, id, instant, list, type Fields } from '../kit/read.js';
import { read } from './call.js';
import type { Entry, PagedList } from './newcomers.js';
import { statusOf, type Status } from './status.js';

const pageSize = '40';
const wantedTypes = ['mention', 'quote', 'favourite'];

export interface NotificationList extends PagedList {
  isUnfiltered(): boolean;
}

/** The notifications of the account, also those that a policy of the server hides from its owner. */
export function notificationList(account: AccountAccess, http: Http, startsUnfiltered: boolean): NotificationList {
  let isUnfiltered = startsUnfiltered;

  async function answer(query: Readonly<Record<string, string>>): Promise<unknown> {
    try {
      return (await read(account, http, notificationPath(query, isUnfiltered))).json();
    } catch (error) {
      if (isUnfiltered || !isRefusedQuery(error)) throw error;
      isUnfiltered = true;
      return (await read(account, http, notificationPath(query, true))).json();
    }
  }

  return {
    isUnfiltered: () => isUnfiltered,
    page: async (query) =>
      list(await answer(query))
        .map(fields)
        .flatMap(notificationEntry),
  };
}

/** What the account itself has written, boosts left out. */
export function ownList(account: AccountAccess, http: Http): PagedList {
  const base = `/api/v1/accounts/${encodeURIComponent(account.externalId)}/statuses`;
  return {
    async page(query) {
      const search = new URLSearchParams({
        limit: pageSize,
        exclude_reblogs: 'true',
        ...query,
      });
      const answer = await read(account, http, `${base}?${search}`);
      return list(answer.json()).map(fields).flatMap(statusEntry);
    },
  };
}

/** The same for the same edition of a status, by whatever way it comes. */
export function statusKey(status: Status): string {
  return `status:${status.id}:${status.edition}`;
}

// Pleroma answers 400 for a type that it does not know, others 422.
function isRefusedQuery(error: unknown): boolean {
  return error instanceof SendFailure && (error.code === '400' || error.code === '422');
}

function notificationPath(query: Readonly<Record<string, string>>, isUnfiltered: boolean): string {
  const search = new URLSearchParams({ limit: pageSize, ...query });
  if (!isUnfiltered) {
    search.set('include_filtered', 'true');
    for (const type of wantedTypes) search.append('types[]', type);
  }
  return `/api/v1/notifications?${search}`;
}

function notificationEntry(value: Fields): Entry[] {
  const entryId = id(value['id']);
  if (entryId === undefined) return [];
  const status = statusOf(value['status']);
  const isWords = status !== undefined && id(fields(value['account'])['id']) === status.authorId;
  const key = isWords ? statusKey(status) : `notification:${entryId}`;
  return [
    {
      id: entryId,
      at: instant(value['created_at'])?.getTime() ?? 0,
      key,
      value,
    },
  ];
}

function statusEntry(value: Fields): Entry[] {
  const status = statusOf(value);
  if (status === undefined) return [];
  const at = instant(value['created_at'])?.getTime() ?? 0;
  return [{ id: status.id, at, key: statusKey(status), value }];
}
