import type { Socket } from 'socket.io';

/** What one screen may leave untaken before it is asked to load afresh instead. */
const mostBytes = 4_000_000;
const fewBytes = 500_000;

/** How much has been said on a socket that the other side has not taken yet. */
export class Outflow {
  #unsent = 0;
  #handedOver = 0;
  #closed = false;
  #waiting: (() => void)[] = [];

  constructor(connection: Socket['conn']) {
    connection.on('packetCreate', ({ data }: { data?: unknown }) => {
      this.#unsent += typeof data === 'string' ? data.length : 0;
    });
    connection.on('flush', () => {
      this.#handedOver += this.#unsent;
      this.#unsent = 0;
    });
    connection.transport.on('drain', () => {
      this.#handedOver = 0;
      this.release();
    });
    connection.on('close', () => {
      this.#closed = true;
      this.release();
    });
  }

  get congested(): boolean {
    return this.#unsent + this.#handedOver > mostBytes;
  }

  roomy(): Promise<void> {
    if (this.hasRoom) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  private get hasRoom(): boolean {
    return this.#closed || this.#unsent + this.#handedOver < fewBytes;
  }

  private release(): void {
    if (!this.hasRoom) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
