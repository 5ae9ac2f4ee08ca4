import type { Params } from './backend.js';

const most = 100;

interface Paged<T> {
  readonly data: readonly T[];
  readonly paging?: { readonly cursors: { readonly before: string; readonly after: string }; readonly next?: string };
}

/** A part of a list, with the cursor of its last entry. */
export function paged<T extends object>(
  all: readonly T[],
  asked: { readonly limit: string | undefined; readonly after: string | undefined; readonly url: string },
  keyOf: (one: T) => string,
): Paged<T> {
  const limit = Math.min(Math.max(1, Number(asked.limit ?? 25) || 25), most);
  const start = asked.after === undefined ? 0 : all.findIndex((one) => cursorOf(keyOf(one)) === asked.after) + 1;
  const data = all.slice(start, start + limit);
  const [first, last] = [data[0], data.at(-1)];
  if (first === undefined || last === undefined) return { data };
  const after = cursorOf(keyOf(last));
  const hasMore = start + limit < all.length;
  const next = `${asked.url}${asked.url.includes('?') ? '&' : '?'}after=${after}`;
  return { data, paging: { cursors: { before: cursorOf(keyOf(first)), after }, ...(hasMore ? { next } : {}) } };
}

/** `messages.limit(50).after(abc){…}` in `fields`. */
export function expansion(
  params: Params,
  name: string,
): { limit: string | undefined; after: string | undefined } | null {
  const found = new RegExp(`(?:^|,)${name}((?:\\.\\w+\\([^)]*\\))*)`, 'u').exec(params['fields'] ?? '');
  if (found === null) return null;
  const modifiers = found[1] ?? '';
  return {
    limit: /\.limit\((\d+)\)/u.exec(modifiers)?.[1],
    after: /\.after\(([^)]+)\)/u.exec(modifiers)?.[1],
  };
}

function cursorOf(key: string): string {
  return Buffer.from(key).toString('base64url');
}
