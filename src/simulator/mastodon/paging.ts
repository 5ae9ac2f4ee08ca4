import type { Request, Response } from 'express';

import type { Quirks } from './model.js';

export interface PageQuery {
  readonly limit: number;
  readonly maxId: string | undefined;
  readonly minId: string | undefined;
  readonly sinceId: string | undefined;
}

export function pageQuery(request: Request, quirks: Quirks, defaultLimit = 40): PageQuery {
  const asked = Number(one(request.query['limit']) ?? defaultLimit);
  const limit = Math.min(Number.isInteger(asked) && asked > 0 ? asked : defaultLimit, quirks.pageCap ?? 80);
  return {
    limit,
    maxId: one(request.query['max_id']),
    minId: quirks.ignoresMinId === true ? undefined : one(request.query['min_id']),
    sinceId: quirks.ignoresMinId === true ? undefined : one(request.query['since_id']),
  };
}

/**
 * Newest first. `min_id` gives those directly after it, `since_id` the newest after it, `max_id` those before.
 */
export function page<T extends { readonly id: string }>(all: readonly T[], query: PageQuery): T[] {
  const { minId, maxId, sinceId } = query;
  const within = all
    .filter((item) => maxId === undefined || isBefore(item.id, maxId))
    .filter((item) => minId === undefined || isBefore(minId, item.id))
    .filter((item) => sinceId === undefined || isBefore(sinceId, item.id))
    .sort((a, b) => (isBefore(a.id, b.id) ? 1 : -1));
  return minId === undefined ? within.slice(0, query.limit) : within.slice(-query.limit);
}

export function linkHeader(request: Request, response: Response, items: readonly { readonly id: string }[]): void {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return;
  const base = `${request.protocol}://${request.get('host') ?? ''}${request.path}`;
  response.set('Link', `<${base}?max_id=${last.id}>; rel="next", <${base}?min_id=${first.id}>; rel="prev"`);
}

/** A query value that may be repeated. */
export function many(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => one(item) ?? []);
}

export function one(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isBefore(a: string, b: string): boolean {
  return a.length === b.length ? a < b : a.length < b.length;
}
