import type { Namespace, Socket } from 'socket.io';
import type { Frame, HelloAnswer, PresenceView } from '../contract/index.js';
import type { Screen } from './screen.js';

/** What the server says on a socket. */
interface OurWords {
  frame(frame: Frame): void;
  resync(why: { reason: string }): void;
  presence(view: PresenceView): void;
  bye(why: { reason: string }): void;
}

/** What a console says. Of what comes in, nothing is certain before it was checked. */
interface TheirWords {
  hello(ask: unknown, answer: (answer: HelloAnswer) => void): void;
  presence(view: unknown): void;
}

type NoWords = Record<string, never>;

/** There from the moment that the handshake has shown whose screen it is. */
interface SocketData {
  screen?: Screen;
}

export type LiveSocket = Socket<TheirWords, OurWords, NoWords, SocketData>;
export type LiveNamespace = Namespace<TheirWords, OurWords, NoWords, SocketData>;
