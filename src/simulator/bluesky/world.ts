import { newToken } from '../../platform/ids.js';
import { digList, digText } from '../kit/dig.js';

export interface Person {
  readonly did: string;
  readonly handle: string;
  readonly displayName: string;
}

export interface Ref {
  readonly uri: string;
  readonly cid: string;
}

/** A record in somebody's repository. */
export interface Stored extends Ref {
  readonly did: string;
  readonly collection: string;
  readonly rkey: string;
  value: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

export interface ChatMessage {
  readonly id: string;
  readonly rev: string;
  readonly did: string;
  readonly text: string;
  readonly at: Date;
  readonly reactions: { value: string; did: string; at: Date }[];
  isDeleted: boolean;
}

export interface Convo {
  readonly id: string;
  rev: string;
  readonly members: readonly string[];
  readonly messages: ChatMessage[];
}

export interface LogLine {
  readonly rev: string;
  readonly to: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Notice {
  readonly to: string;
  readonly reason: string;
  readonly subject: string | undefined;
  readonly record: Stored;
}

export interface Commit {
  readonly operation: 'create' | 'delete' | 'update';
  readonly record: Stored;
}

export const postCollection = 'app.bsky.feed.post';

/** Everything there is: people, their records, conversations, and who was told what. */
export class World {
  readonly people = new Map<string, Person>();
  readonly records = new Map<string, Stored>();
  readonly notices: Notice[] = [];
  readonly convos = new Map<string, Convo>();
  readonly log: LogLine[] = [];
  readonly blobs = new Map<string, { readonly mime: string; readonly bytes: Buffer }>();
  /** Who takes no private messages. */
  readonly closed = new Set<string>();
  /** Those whose posts the app does not show. */
  readonly hidden = new Set<string>();
  onCommit: (commit: Commit) => void = () => undefined;
  private last = 0n;

  constructor(readonly now: () => Date) {}

  person(handle: string): Person {
    const known = [...this.people.values()].find((one) => one.handle === handle);
    if (known !== undefined) return known;
    const did = `did:plc:${handle
      .replace(/[^a-z0-9]/gu, '')
      .padEnd(24, '2')
      .slice(0, 24)}`;
    const person = { did, handle, displayName: handle.split('.')[0] ?? handle };
    this.people.set(did, person);
    return person;
  }

  /** Undefined when that key is taken. */
  create(did: string, what: { collection: string; rkey?: string; value: Readonly<Record<string, unknown>> }) {
    const rkey = what.rkey ?? this.tid();
    const uri = `at://${did}/${what.collection}/${rkey}`;
    if (this.records.has(uri)) return undefined;
    const cid = `bafyrei${newToken(12)}`;
    const record = { uri, cid, did, collection: what.collection, rkey, value: what.value, at: this.now() };
    this.records.set(uri, record);
    this.tell(record);
    this.onCommit({ operation: 'create', record });
    return record;
  }

  remove(uri: string): void {
    const record = this.records.get(uri);
    if (record === undefined) return;
    this.records.delete(uri);
    this.onCommit({ operation: 'delete', record });
  }

  convoOf(a: string, b: string): Convo {
    const known = [...this.convos.values()].find(({ members }) => members.includes(a) && members.includes(b));
    if (known !== undefined) return known;
    const convo = { id: this.tid(), rev: this.tid(), members: [a, b], messages: [] };
    this.convos.set(convo.id, convo);
    for (const to of convo.members) this.log.push(logLine(convo, to, { $type: '#logBeginConvo' }));
    return convo;
  }

  say(convo: Convo, did: string, text: string): ChatMessage {
    const rev = this.tid();
    const message = { id: this.tid(), rev, did, text, at: this.now(), reactions: [], isDeleted: false };
    convo.rev = rev;
    convo.messages.push(message);
    this.logAll(convo, '#logCreateMessage', { message });
    return message;
  }

  react(convo: Convo, message: ChatMessage, reaction: { value: string; did: string } | { gone: string }): void {
    convo.rev = this.tid();
    if ('gone' in reaction) {
      const [old] = message.reactions.splice(0, 1);
      if (old) this.logAll(convo, '#logRemoveReaction', { message, reaction: old });
      return;
    }
    const added = { ...reaction, at: this.now() };
    message.reactions.push(added);
    this.logAll(convo, '#logAddReaction', { message, reaction: added });
  }

  unsay(convo: Convo, message: ChatMessage): void {
    message.isDeleted = true;
    convo.rev = this.tid();
    this.logAll(convo, '#logDeleteMessage', { message });
  }

  /** A TID: later ones sort after earlier ones. */
  tid(): string {
    const letters = '234567abcdefghijklmnopqrstuvwxyz';
    const now = BigInt(this.now().getTime()) * 1000n;
    this.last = now > this.last ? now : this.last + 1n;
    let number = this.last << 10n;
    let tid = '';
    for (let length = 0; length < 13; length += 1) {
      tid = `${letters[Number(number & 31n)]}${tid}`;
      number >>= 5n;
    }
    return tid;
  }

  private logAll(convo: Convo, $type: string, what: { message: ChatMessage; reaction?: object }): void {
    for (const to of convo.members) this.log.push(logLine(convo, to, { $type, ...what }));
  }

  /** As the app view does: answers, mentions, quotes and likes, each once, and never to oneself. */
  private tell(record: Stored): void {
    const { value, did } = record;
    const subjects = aboutOf(value);
    const told = new Set<string>([did]);
    for (const [reason, subject, to] of subjects) {
      if (to === undefined || told.has(to)) continue;
      told.add(to);
      this.notices.push({ to, reason, subject, record });
    }
  }
}

function logLine(convo: Convo, to: string, body: Readonly<Record<string, unknown>>): LogLine {
  return { rev: convo.rev, to, body: { ...body, rev: convo.rev, convoId: convo.id } };
}

type About = readonly [reason: string, subject: string | undefined, to: string | undefined];

function aboutOf(value: unknown): About[] {
  const features = digList(value, 'facets').flatMap((facet) => digList(facet, 'features'));
  const about = [
    ['like', digText(value, 'subject.uri')],
    ['reply', digText(value, 'reply.parent.uri')],
    ['reply', digText(value, 'reply.root.uri')],
    ['quote', digText(value, 'embed.record.uri') ?? digText(value, 'embed.record.record.uri')],
  ] as const;
  return [
    ...about.map(([reason, uri]) => [reason, uri, didOf(uri ?? '')] as const),
    ...features.map((feature) => ['mention', undefined, digText(feature, 'did')] as const),
  ];
}

export function didOf(uri: string): string | undefined {
  return /^at:\/\/([^/]+)/u.exec(uri)?.[1];
}
