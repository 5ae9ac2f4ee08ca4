import { newId, newToken } from '../../platform/ids.js';
import { refill } from '../kit/memory.js';
import { bad, type Account, type Bot, type Chat, type Connection, type Message, type Person } from './model.js';

const telegramItself = 777_000;
const groupAnonymous = 1_087_968_824;
const channelItself = 136_817_688;

type NewChat = Pick<Chat, 'key' | 'id' | 'type' | 'title'> & Partial<Chat>;
export type Draft = Pick<Message, 'chat' | 'from'> & Partial<Message>;

/** Everybody and everything there is. */
export class World {
  readonly bots = new Map<number, Bot>();
  readonly people = new Map<string, Person>();
  readonly chats = new Map<string, Chat>();
  readonly connections = new Map<string, Connection>();
  /** In whose names Telegram lets channels and groups speak. */
  readonly telegram = stranger(telegramItself, 'Telegram', 'Telegram');
  readonly groupAnonymous = stranger(groupAnonymous, 'GroupAnonymousBot', 'Group');
  readonly channelItself = stranger(channelItself, 'Channel_Bot', 'Channel');
  private count = 0;

  constructor(readonly now: () => Date) {}

  memory() {
    const { bots, people, chats, connections, count } = this;
    return { bots, people, chats, connections, count };
  }

  recall(memory: ReturnType<World['memory']>): void {
    refill(this.bots, memory.bots);
    refill(this.people, memory.people);
    refill(this.chats, memory.chats);
    refill(this.connections, memory.connections);
    this.count = memory.count;
  }

  get seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }

  /** Larger than 2^32, as today's ids are. */
  nextId(): number {
    this.count += 1;
    return 6_100_000_000 + this.count;
  }

  addBot(bot: { readonly username: string; readonly name?: string; readonly seesGroups?: boolean }): Bot {
    const id = this.nextId();
    const made: Bot = {
      id,
      isBot: true,
      username: bot.username,
      name: bot.name ?? bot.username,
      language: null,
      token: `${id}:${newToken(26)}`,
      seesGroups: bot.seesGroups ?? false,
    };
    this.bots.set(id, made);
    return made;
  }

  bot(username: string): Bot {
    const bot = [...this.bots.values()].find((one) => one.username === username);
    if (bot === undefined) throw new Error(`the simulator has no bot ${username}`);
    return bot;
  }

  person(handle: string, about: { readonly name?: string; readonly language?: string } = {}): Person {
    const known = this.people.get(handle);
    if (known !== undefined) return known;
    const person: Person = {
      id: this.nextId(),
      isBot: false,
      username: handle,
      name: about.name ?? handle,
      language: about.language ?? null,
      isDeactivated: false,
    };
    this.people.set(handle, person);
    return person;
  }

  personById(id: number): Person | undefined {
    return [...this.people.values()].find((person) => person.id === id);
  }

  addChat(chat: NewChat): Chat {
    const made: Chat = {
      username: null,
      isForum: false,
      isDirect: false,
      person: null,
      discussion: null,
      direct: null,
      connection: null,
      movedTo: null,
      standings: new Map(),
      messages: new Map(),
      ...chat,
    };
    this.chats.set(made.key, made);
    return made;
  }

  /** Groups and channels have numbers below zero; supergroups and channels far below. */
  addGroup(group: Pick<NewChat, 'type' | 'title'> & Partial<Chat>): Chat {
    const number = this.nextId();
    const id = group.type === 'group' ? -number : -1_000_000_000_000 - number;
    return this.addChat({ ...group, key: String(id), id });
  }

  group(id: number): Chat {
    const chat = this.chats.get(String(id));
    if (chat === undefined) throw bad('chat not found');
    return chat;
  }

  /** One for each bot and person, although its number is the person's. */
  privateChat(bot: Bot, person: Person): Chat {
    const key = `${bot.id} ${person.id}`;
    const known = this.chats.get(key);
    return known ?? this.addChat({ key, id: person.id, type: 'private', title: '', person });
  }

  businessChat(connection: Connection, person: Person): Chat {
    const key = `${connection.id} ${person.id}`;
    const known = this.chats.get(key);
    return known ?? this.addChat({ key, id: person.id, type: 'private', title: '', person, connection });
  }

  connect(bot: Bot, owner: Person, mayReply: boolean): Connection {
    const connection = {
      id: newId().replaceAll('-', '_'),
      owner,
      bot,
      madeAt: this.seconds,
      isEnabled: true,
      mayReply,
    };
    this.connections.set(connection.id, connection);
    return connection;
  }

  connection(id: string): Connection {
    const connection = this.connections.get(id);
    if (connection === undefined) throw bad('BUSINESS_CONNECTION_INVALID');
    return connection;
  }

  write(draft: Draft): Message {
    const message: Message = {
      id: draft.chat.messages.size + 1,
      senderChat: null,
      date: this.seconds,
      file: null,
      replyTo: null,
      threadId: draft.replyTo?.threadId ?? null,
      topic: null,
      album: null,
      copyOf: null,
      byBot: null,
      service: {},
      reactions: new Map(),
      text: '',
      editDate: null,
      isDeleted: false,
      ...draft,
    };
    message.chat.messages.set(message.id, message);
    return message;
  }
}

function stranger(id: number, username: string, name: string): Account {
  return { id, isBot: id !== telegramItself, username, name, language: null };
}
