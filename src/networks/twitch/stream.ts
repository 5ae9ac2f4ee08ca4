import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { objectIn } from '../kit/json.js';
import { fields, text, type Fields } from '../kit/read.js';
import type { StreamPort } from '../kit/source.js';
import { socketUrl } from './call.js';
import { receivesByWebhook, subscribeBy } from './subscribe.js';

/** EventSub by WebSocket. Nothing is told again of what happens while nobody listens. Throws `SendFailure` when it cannot be had. */
export async function stream(account: AccountAccess, port: StreamPort): Promise<void> {
  if (receivesByWebhook(account)) throw refused('stream-off', 'this account is told by webhook');
  const first = new Connection(account, port);
  const wasHeard = await first.listen(socketUrl(account.apiBase), true);
  if (!wasHeard && !port.signal.aborted) throw refused('stream-refused', 'Twitch does not let us listen');
}

class Connection {
  private readonly over = new AbortController();
  private next: Promise<boolean> | undefined;

  constructor(
    private readonly account: AccountAccess,
    private readonly port: StreamPort,
    private readonly welcomed: () => void = () => undefined,
  ) {}

  /** Until it ends, and whatever took its place. `isFresh`: it has no subscriptions yet. */
  async listen(url: string, isFresh: boolean): Promise<boolean> {
    const { wasHeard } = await this.port.sockets.listen({
      url,
      signal: AbortSignal.any([this.port.signal, this.over.signal]),
      heard: (text) => this.hear(objectIn(text), isFresh),
    });
    await this.next;
    return wasHeard;
  }

  private async hear(frame: Fields, isFresh: boolean): Promise<void> {
    const metadata = fields(frame['metadata']);
    const session = fields(fields(frame['payload'])['session']);
    const type = text(metadata['message_type']);
    if (type === 'session_welcome') await this.begin(text(session['id']) ?? '', isFresh);
    if (type === 'session_reconnect') this.goOnAt(text(session['reconnect_url']));
    if (type === 'notification' || type === 'revocation') {
      await this.port.deliver({ key: `event:${text(metadata['message_id']) ?? ''}`, body: frame });
    }
  }

  private async begin(session: string, isFresh: boolean): Promise<void> {
    this.welcomed();
    if (!isFresh) return;
    await subscribeBy({ method: 'websocket', session_id: session }, this.account, { http: this.port.http });
  }

  /** The old connection tells until the new one has welcomed us; it takes the subscriptions along. */
  private goOnAt(url: string | undefined): void {
    if (url === undefined) return;
    const next = new Connection(this.account, this.port, () => {
      this.over.abort();
    });
    this.next = next.listen(url, false);
    // Awaited when this one has ended.
    this.next.catch(() => null);
  }
}

function refused(code: string, detail: string): SendFailure {
  return new SendFailure({ kind: 'try-again', code, detail });
}
