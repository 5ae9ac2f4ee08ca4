import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { fields, link, list, text, type Fields } from '../../kit/read.js';
import { ask } from './call.js';

export interface GraphPage {
  readonly entries: readonly Fields[];
  /** Undefined at the end. A page may be short, or empty, and yet have a next one. */
  readonly after: string | undefined;
}

/** One page of an edge. */
export async function readEdge(
  account: AccountAccess,
  http: Http,
  edge: {
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly after?: string | undefined;
  },
): Promise<GraphPage> {
  const query = { ...edge.query, ...(edge.after === undefined ? {} : { after: edge.after }) };
  return pageOf(await ask(account, http, { method: 'GET', path: edge.path, query }));
}

export function pageOf(answer: Fields): GraphPage {
  const paging = fields(answer['paging']);
  const cursor = text(fields(paging['cursors'])['after']);
  return {
    entries: list(answer['data']).map(fields),
    after: link(paging['next']) === undefined ? undefined : cursor,
  };
}
