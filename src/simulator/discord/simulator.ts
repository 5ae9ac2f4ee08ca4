import { newToken } from '../../platform/ids.js';
import type { Station } from '../kit/station.js';
import { SimulatedGateway } from './gateway.js';
import type { Channel, Message, User } from './model.js';

const epochMs = 1_420_070_400_000n;

/** The server, what is in it, and what happens there. */
export class DiscordSimulator {
  readonly apiBase: string;
  readonly bot: User;
  readonly guild: string;
  readonly gateway: SimulatedGateway;
  readonly messages = new Map<string, Message>();
  readonly channels = new Map<string, Channel>();
  readonly closed = new Set<string>();
  readonly reactions: string[] = [];
  readonly acknowledged: unknown[] = [];
  token = newToken(16);
  private readonly users = new Map<string, User>();
  private count = 0n;

  constructor(private readonly station: Station) {
    this.apiBase = `${station.url}/api/v10`;
    this.gateway = new SimulatedGateway(station.server, station.url, (token) => token === this.token);
    this.bot = { id: this.nextId(), username: 'northline', bot: true };
    this.guild = this.nextId();
  }

  get script() {
    return this.station.script;
  }

  channel(): string {
    const id = this.nextId();
    this.channels.set(id, { id, guild: this.guild, last: null });
    return id;
  }

  /** In a channel, or in private. */
  writes(username: string, channel: string | null, text: string): Message {
    const author = this.user(username);
    return this.say(author, channel ?? this.privateChannel(author.id), { content: text, files: 0 });
  }

  edits(message: Message, text: string): void {
    message.content = text;
    message.edited_timestamp = this.station.now().toISOString();
    this.gateway.tell('MESSAGE_UPDATE', this.shown(message, true));
  }

  deletes({ id, channel_id }: Message): void {
    this.messages.delete(id);
    this.gateway.tell('MESSAGE_DELETE', { id, channel_id, ...this.guildOf(channel_id) });
  }

  reacts(username: string, { id, channel_id }: Message, isAdded = true): void {
    const emoji = { id: null, name: '👍' };
    const about = { user_id: this.user(username).id, message_id: id, channel_id, emoji, ...this.guildOf(channel_id) };
    this.gateway.tell(isAdded ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE', about);
  }

  presses(username: string, channel: string, button: string): void {
    const data = { component_type: 2, custom_id: button };
    const member = { user: this.user(username), nick: null };
    const about = { application_id: this.bot.id, token: newToken(8), version: 1, guild_id: this.guild };
    this.gateway.tell('INTERACTION_CREATE', {
      ...about,
      id: this.nextId(),
      type: 3,
      channel_id: channel,
      member,
      data,
    });
  }

  closesMessages(username: string): void {
    this.closed.add(this.user(username).id);
  }

  published(): readonly { readonly id: string; readonly text: string }[] {
    const ours = [...this.messages.values()].filter(({ author }) => author.id === this.bot.id);
    return ours.map(({ id, content }) => ({ id, text: content }));
  }

  stop(): Promise<void> {
    this.gateway.drop();
    return this.station.stop();
  }

  say(author: User, channel: string, what: Pick<Message, 'content' | 'files' | 'nonce' | 'reference'>): Message {
    const at = this.station.now().toISOString();
    const message = { id: this.nextId(), channel_id: channel, author, timestamp: at, edited_timestamp: null, ...what };
    this.messages.set(message.id, message);
    const place = this.channels.get(channel);
    if (place) place.last = message.id;
    this.gateway.tell('MESSAGE_CREATE', this.shown(message, true));
    return message;
  }

  /** What is listed by REST tells neither the server nor the nonce. */
  shown({ reference, files, nonce, ...message }: Message, isWhole: boolean): object {
    const answered = this.messages.get(reference ?? '');
    const told = { ...this.guildOf(message.channel_id), ...(nonce === undefined ? {} : { nonce }) };
    const about = { message_reference: { message_id: reference, channel_id: message.channel_id } };
    return {
      ...message,
      type: reference === undefined ? 0 : 19,
      mentions: [],
      attachments: Array.from({ length: files }, (_none, index) => ({ id: String(index), filename: 'file' })),
      ...(reference === undefined ? {} : about),
      ...(answered === undefined ? {} : { referenced_message: this.shown(answered, false) }),
      ...(isWhole ? told : {}),
    };
  }

  privateChannel(person: string): string {
    const known = [...this.channels.values()].find((one) => one.person === person);
    if (known) return known.id;
    const id = this.nextId();
    this.channels.set(id, { id, guild: undefined, person, last: null });
    return id;
  }

  private guildOf(channel: string) {
    return this.channels.get(channel)?.guild === undefined ? {} : { guild_id: this.guild };
  }

  private user(username: string): User {
    const known = [...this.users.values()].find((one) => one.username === username);
    if (known) return known;
    const user = { id: this.nextId(), username };
    this.users.set(user.id, user);
    return user;
  }

  private nextId(): string {
    this.count += 1n;
    return String(((BigInt(this.station.now().getTime()) - epochMs) << 22n) + this.count);
  }
}
