import type { IncomingMessage } from 'node:http';
import type { Call } from '../../actions/delivery/accept-delivery.js';

/** A header that is given twice stays two: of two signatures none is the right one. */
export function hookOf(request: IncomingMessage, url: string, body: Buffer): Call['hook'] {
  const headers: Record<string, string | readonly string[]> = {};
  for (const [name, values = []] of Object.entries(request.headersDistinct)) {
    headers[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  const query = url.indexOf('?');
  return { method: request.method ?? '', headers, query: query === -1 ? '' : url.slice(query + 1), body };
}
