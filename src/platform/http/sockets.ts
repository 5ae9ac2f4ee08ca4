/** The one way out of the process for a connection that stays open (WebSocket, RFC 6455). */
export interface Sockets {
  /**
   * Listens until the signal ends it, the other side closes or the connection breaks; it never opens a second one.
   * Throws only what `heard` throws.
   */
  listen(ask: SocketAsk): Promise<SocketEnd>;
}

export interface SocketAsk {
  /** ws or wss. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** `send` does nothing once the connection has ended. */
  opened?(send: (text: string) => void): void;
  /** Texts are heard one after the other, in the order in which they came. */
  heard(text: string): Promise<void>;
}

export interface SocketEnd {
  /** The close code (1006 when the connection just broke); null when there never was one. */
  readonly code: number | null;
  /** Whether anything came before the end: a server may open and close at once where it means to refuse. */
  readonly wasHeard: boolean;
}
