import { Agent, type Dispatcher } from 'undici';
import { errorCode } from '../error-code.js';
import { parseJson } from '../json.js';
import { type ConnectionRules, connectorFor } from './connector.js';
import { type Http, type HttpAnswer, type HttpAsk, NoAnswer, NotSent } from './http.js';

const defaultTimeoutMs = 15_000;
const defaultMaxBytes = 10 * 1024 * 1024;
const mostRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

interface Hop {
  readonly ask: HttpAsk;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/**
 * Calls the outside world. A GET follows up to three redirects, each checked like a first address, and a hop to another
 * origin carries none of the caller's headers: they may hold a token meant for the first. Any other method gets the
 * redirect as its answer.
 *
 * Throws NotSent only when no byte of the request can have left, NoAnswer for everything that cannot be known. Their
 * words name the method and the host, never the path or the query, which hold tokens on some networks.
 */
export class HttpClient implements Http {
  private readonly agent: Agent;

  constructor(rules: ConnectionRules) {
    this.agent = new Agent({ connect: connectorFor(rules) });
  }

  async request(ask: HttpAsk): Promise<HttpAnswer> {
    const signal = AbortSignal.timeout(ask.timeoutMs ?? defaultTimeoutMs);
    let hop: Hop = { ask, url: addressOf(ask), headers: { 'user-agent': 'Relais', ...ask.headers }, signal };
    for (let followed = 0; ; followed += 1) {
      const answer = await this.call(hop);
      const next = followed < mostRedirects ? nextHop(hop, answer) : null;
      if (next === null) return answer;
      hop = next;
    }
  }

  /** Connections that are kept open would keep the process alive. */
  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async call(hop: Hop): Promise<HttpAnswer> {
    try {
      const { body, type } = await bodyOf(hop.ask);
      const answer = await this.agent.request({
        origin: hop.url.origin,
        path: hop.url.pathname + hop.url.search,
        method: hop.ask.method,
        headers: type === null ? hop.headers : { 'content-type': type, ...hop.headers },
        body,
        signal: hop.signal,
      });
      return await readAnswer(answer, hop.ask.maxBytes ?? defaultMaxBytes);
    } catch (error) {
      throw told(error, hop);
    }
  }
}

function addressOf(ask: HttpAsk): URL {
  const url = URL.canParse(ask.url) ? new URL(ask.url) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new NotSent(`${ask.method}: not an http address`);
  return url;
}

function nextHop(hop: Hop, answer: HttpAnswer): Hop | null {
  const location = answer.headers['location'];
  if (hop.ask.method !== 'GET' || !redirects.has(answer.status) || location === undefined) return null;
  if (!URL.canParse(location, hop.url)) return null;
  const url = new URL(location, hop.url);
  if (!/^https?:$/.test(url.protocol)) return null;
  return { ...hop, url, headers: url.origin === hop.url.origin ? hop.headers : { 'user-agent': 'Relais' } };
}

async function bodyOf({ body }: HttpAsk): Promise<{ body: string | Buffer | null; type: string | null }> {
  if (body === undefined) return { body: null, type: null };
  if (typeof body === 'string' || Buffer.isBuffer(body)) return { body, type: null };
  if (body instanceof URLSearchParams) {
    return { body: body.toString(), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
  }
  if ('json' in body) return { body: JSON.stringify(body.json), type: 'application/json' };
  const form = new Response(body);
  return { body: Buffer.from(await form.arrayBuffer()), type: form.headers.get('content-type') };
}

async function readAnswer(answer: Dispatcher.ResponseData, maxBytes: number): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  const arriving: AsyncIterable<Buffer> = answer.body;
  let size = 0;
  for await (const chunk of arriving) {
    size += chunk.length;
    // Leaving the loop destroys the body, and with it the connection.
    if (size > maxBytes) throw new NoAnswer(`the answer has more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  return {
    status: answer.statusCode,
    headers: flat(answer.headers),
    body,
    text: () => body.toString('utf8'),
    json: () => jsonOf(body),
  };
}

function jsonOf(body: Buffer): unknown {
  try {
    return parseJson(body.toString('utf8'));
  } catch {
    // Not JSON is an answer that callers expect: gateways answer in HTML.
    return undefined;
  }
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const pairs = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(pairs.map(([name, value]) => [name, [value].flat().join(', ')]));
}

function told(error: unknown, { ask, url }: Hop): NotSent | NoAnswer {
  const call = `${ask.method} ${url.host}`;
  if (error instanceof NotSent) return new NotSent(`${call}: ${error.message}`, { cause: error });
  // The client refused the request before it opened a connection, for a header that cannot be written for example.
  if (errorCode(error) === 'UND_ERR_INVALID_ARG') return new NotSent(`${call}: a request that cannot be written`);
  const words = error instanceof NoAnswer ? error.message : (errorCode(error) ?? 'timeout or reset');
  return new NoAnswer(`${call}: ${words}`, { cause: error });
}
