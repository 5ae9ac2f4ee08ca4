import type { Author, InboundEvent, MessageArrived, ThreadRef } from '../../src/domain/message/inbound-event.js';
import type { ReplyRules } from '../../src/domain/message/reply-rules.js';
import type { AccountCheck } from '../../src/networks/kit/account.js';
import type { Capabilities } from '../../src/networks/kit/capabilities.js';
import { setting, type Settings } from '../../src/networks/kit/form.js';
import type { Moderation, Network } from '../../src/networks/kit/network.js';
import type { OutboundMessage, Sent } from '../../src/networks/kit/outbound.js';
import type { AccountAccess } from '../../src/networks/kit/account.js';
import { newId } from '../../src/platform/ids.js';

const replies: ReplyRules = {
  maxLength: 1000,
  unit: 'utf16',
  attachments: { max: 4, maxBytes: 1_000_000, types: ['image', 'file'], withText: true },
  window: { hours: 24 },
};

/** A network that does what a test tells it to: its hooks carry our own words for events, and it records what is sent. */
export class RecordingNetwork implements Network {
  readonly id = 'recording';
  readonly name = 'Recording';
  readonly family = 'recording';
  readonly apiBase = 'https://recording.example';
  readonly appFields = [];
  readonly accountFields = [
    { name: 'account', label: { en: 'Account', fr: 'Compte' }, kind: 'text' as const, required: true },
  ];
  readonly capabilities: Capabilities = {
    receives: ['comment', 'direct', 'reaction', 'edit', 'delete', 'receipt', 'echo'],
    transports: ['webhook'],
    replies: { public: replies, private: replies },
    publicToPrivate: { via: 'recording', oncePerMessage: true, days: 7 },
    moderation: ['hide', 'unhide', 'delete', 'like', 'unlike', 'edit-own'],
    idempotency: 'none',
    identityScope: 'network',
    cannot: [],
  };
  readonly sent: OutboundMessage[] = [];
  readonly moderated: Moderation[] = [];
  /** What becomes of the next acts of moderation. */
  readonly refusals: Error[] = [];
  /** What becomes of the next sends; when it is empty they are accepted. */
  readonly failures: Error[] = [];

  isAuthentic(): boolean {
    return true;
  }

  parse(body: unknown): InboundEvent[] {
    if (typeof body !== 'object' || body === null || !('events' in body)) throw new Error('not one of ours');
    const events: InboundEvent[] = JSON.parse(JSON.stringify(body.events), withDates);
    return events;
  }

  async check(account: AccountAccess): Promise<AccountCheck> {
    const externalId = setting(account.settings, 'account');
    return { externalId, name: `Our ${externalId}`, granted: [], missing: [], expiresAt: null, limits: {} };
  }

  async moderate(act: Moderation): Promise<void> {
    const refusal = this.refusals.shift();
    if (refusal) throw refusal;
    this.moderated.push(act);
  }

  async send(message: OutboundMessage): Promise<Sent> {
    const failure = this.failures.shift();
    if (failure) throw failure;
    this.sent.push(message);
    const id = `sent-${message.id}`;
    if (message.fromPublic === undefined) return { id };
    return { id, thread: { key: `private-${message.to.id}`, personId: message.to.id } };
  }
}

function withDates(key: string, value: unknown): unknown {
  return ['at', 'sentAt', 'upTo'].includes(key) && typeof value === 'string' ? new Date(value) : value;
}

export const recordingForm = (account: string): { network: string; app: Settings; settings: Settings } => ({
  network: 'recording',
  app: {},
  settings: { account },
});

/** A message of a customer, with a default for every fact. */
export function arrived(
  account: string,
  facts: Partial<MessageArrived> & { author?: string; thread?: ThreadRef } = {},
): MessageArrived {
  const { author = 'lea', ...rest } = facts;
  const from: Author = { id: author, name: author };
  return {
    kind: 'message',
    account,
    id: newId(),
    messageKind: 'comment',
    thread: { key: `comments-${author}`, space: 'public' },
    from,
    text: 'My bill is wrong, please help',
    attachments: [],
    sentAt: new Date(),
    edition: 0,
    ...rest,
  };
}
