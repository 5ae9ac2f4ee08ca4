/** The one way out of the process for anything that has an address. */
export interface Http {
  request(ask: HttpAsk): Promise<HttpAnswer>;
}

export interface HttpAsk {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text and bytes go as they are; anything else as JSON with its content type. */
  readonly body?: string | Buffer | FormData | URLSearchParams | { readonly json: unknown };
  /** Milliseconds for the whole call; 15,000 when not given. */
  readonly timeoutMs?: number;
  /** The largest answer that is read; 10 MiB when not given. */
  readonly maxBytes?: number;
}

/** Any answer at all, whatever its status. Header names are lower-case. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  text(): string;
  /** The body as JSON with numbers beyond 2^53 kept as text; undefined when it is no JSON. */
  json(): unknown;
}

/** Certain: the other side has received nothing (name not found, connection refused, address not allowed). */
export class NotSent extends Error {
  override readonly name = 'NotSent';
}

/** Uncertain: the request may have been executed (timeout, reset, an answer cut short). */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}
