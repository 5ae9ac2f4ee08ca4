import {
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import { z } from 'zod';
import { Clock } from '../platform/clock.js';
import { Budget } from './budget.js';
import { Doorkeeper } from './doorkeeper.js';
import { Greeting } from './greeting.js';
import { LiveHub } from './live-hub.js';
import { Outflow } from './outflow.js';
import { PresenceBoard } from './presence-board.js';
import { Screen, type Wire } from './screen.js';
import type { LiveNamespace, LiveSocket } from './words.js';

const helloShape = z.object({ cursor: z.string().max(120) });
const presenceShape = z.object({
  ticketId: z.uuid().nullable(),
  drafting: z.boolean(),
  idle: z.boolean().default(false),
});

/** Longer than any screen takes to load afresh; a console in trouble asks again in seconds. */
const hellos = { atOnce: 10, perSecond: 1 };
const presences = { atOnce: 20, perSecond: 4 };
const goodbyes = ['client namespace disconnect', 'server namespace disconnect'];

/** The socket: news outward, and from consoles only where they are. Changes come by HTTP. */
@WebSocketGateway({ namespace: '/live' })
export class LiveGateway
  implements OnGatewayInit<LiveNamespace>, OnGatewayConnection<LiveSocket>, OnGatewayDisconnect<LiveSocket>
{
  constructor(
    private readonly door: Doorkeeper,
    private readonly greeting: Greeting,
    private readonly presence: PresenceBoard,
    private readonly hub: LiveHub,
    private readonly clock: Clock,
  ) {}

  afterInit(namespace: LiveNamespace): void {
    namespace.use((socket, next) => {
      this.admit(socket).then(
        () => {
          next();
        },
        // The reason of a fault is not for whoever knocks.
        () => {
          next(new Error('unavailable'));
        },
      );
    });
  }

  handleConnection(socket: LiveSocket): void {
    const { screen } = socket.data;
    if (!screen) return;
    this.hub.add(screen);
    this.presence.shows(screen, { ticketId: null, drafting: false, idle: false });
    // Not by decorators: what the application sets up for all its requests, guards above all, is made for HTTP.
    this.hear(socket, screen);
  }

  handleDisconnect({ data }: LiveSocket, reason?: string): void {
    if (!data.screen) return;
    this.hub.remove(data.screen);
    this.presence.left(data.screen, goodbyes.includes(reason ?? ''));
  }

  private hear(socket: LiveSocket, screen: Screen): void {
    const [toGreet, toShow] = [new Budget(this.clock, hellos), new Budget(this.clock, presences)];
    socket.on('hello', (body, answer) => {
      const { success, data: ask } = helloShape.safeParse(body);
      if (!success || typeof answer !== 'function' || !toGreet.spend()) return;
      void this.greeting.answer(screen, ask.cursor).then((greeted) => {
        if (greeted) answer(greeted);
      });
    });
    socket.on('presence', (body) => {
      const { success, data: look } = presenceShape.safeParse(body);
      if (success && toShow.spend()) this.presence.shows(screen, look);
    });
  }

  private async admit(socket: LiveSocket): Promise<void> {
    const viewer = await this.door.viewerOf(socket.handshake);
    if (!viewer) throw new Error('nobody');
    socket.data.screen = new Screen(viewer, wireOf(socket));
  }
}

function wireOf(socket: LiveSocket): Wire {
  const outflow = new Outflow(socket.conn);
  return {
    frame: (frame) => socket.emit('frame', frame),
    resync: (reason) => socket.emit('resync', { reason }),
    presence: (view) => socket.volatile.emit('presence', view),
    bye: (reason) => {
      socket.emit('bye', { reason });
      socket.disconnect(true);
    },
    get congested() {
      return outflow.congested;
    },
    roomy: () => outflow.roomy(),
  };
}
