import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';

/** What is left unanswered for so long is dead: presence must not outlive the line by much. */
const heartbeat = { pingInterval: 10_000, pingTimeout: 10_000 };

/** Socket.IO as Relais uses it: WebSockets alone, little to hear, and only from pages of our own. */
export class LiveAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly publicUrl: string,
  ) {
    super(app);
  }

  override createIOServer(port: number, options: ServerOptions): Server {
    const server: Server = super.createIOServer(port, {
      ...options,
      ...heartbeat,
      path: '/socket.io',
      // One connection that stays with one process: load balancers need no stickiness.
      transports: ['websocket'],
      serveClient: false,
      connectTimeout: 10_000,
      maxHttpBufferSize: 4096,
      allowRequest: (request: IncomingMessage, answer: (error: string | null, allowed: boolean) => void) => {
        answer(null, this.isFromUs(request));
      },
    });
    server.use((_socket, next) => {
      next(new Error('unknown'));
    });
    return server;
  }

  /** Browsers send cookies with any page's WebSocket, so the page is looked at. Programs other than browsers have none. */
  private isFromUs({ headers }: IncomingMessage): boolean {
    const { origin, host } = headers;
    if (origin === undefined || origin === this.publicUrl) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }
}
