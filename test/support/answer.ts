import type { HttpAnswer } from '../../src/platform/http/http.js';
import { parseJson } from '../../src/platform/json.js';

/** An answer as the real client gives it: what is no JSON is undefined as such. */
export function answerOf(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status,
    headers,
    body: Buffer.from(text),
    text: () => text,
    json() {
      try {
        return parseJson(text);
      } catch {
        return undefined;
      }
    },
  };
}
