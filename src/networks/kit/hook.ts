/** A call of a network to us, as it came. Header names are lower-case; a repeated header is an array. */
export interface Hook {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The query string as it came, without its question mark. */
  readonly query: string;
  readonly body: Buffer;
}

export interface HookReply {
  readonly status: number;
  readonly type: 'text/plain' | 'application/json';
  readonly body: string;
}
