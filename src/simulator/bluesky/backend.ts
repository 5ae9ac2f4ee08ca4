import type { Access } from './access.js';
import type { Wire } from './wire.js';
import type { World } from './world.js';

export interface Backend {
  readonly world: World;
  readonly wire: Wire;
  readonly access: Access;
  readonly url: string;
  readonly rate: { used: number; reset: number; limit: number | undefined };
}

export interface Call {
  readonly me: string;
  readonly token: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  readonly mime: string;
}

/** What a method of the network answers; it throws the network's errors. */
export type Method = (call: Call, backend: Backend) => unknown;

/** A page of a list that is given newest first: places are counted from its beginning, so that they stay. */
export function pageOf<T>(all: readonly T[], { query }: Call, usual: number): { page: T[]; cursor?: string } {
  const end = query.get('cursor') === null ? all.length : Number(query.get('cursor'));
  const begin = Math.max(0, end - Math.min(100, Number(query.get('limit') ?? usual)));
  const page = all.slice(begin, end).reverse();
  return begin === 0 ? { page } : { page, cursor: String(begin) };
}
