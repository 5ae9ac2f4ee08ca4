import { newToken } from '../../platform/ids.js';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly name: string;
}

export interface Tweet {
  readonly id: string;
  readonly authorId: string;
  readonly conversationId: string;
  readonly parentId: string | undefined;
  readonly parentAuthorId: string | undefined;
  readonly quotedId: string | undefined;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly media: readonly string[];
  readonly at: Date;
  isHidden: boolean;
}

export interface Direct {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly media: readonly string[];
  readonly at: Date;
}

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Everything there is: people, posts, private messages, and the tokens of our accounts. */
export class World {
  readonly users = new Map<string, User>();
  readonly tweets = new Map<string, Tweet>();
  readonly directs: Direct[] = [];
  /** Access tokens, and whose they are. */
  readonly access = new Map<string, string>();
  readonly refresh = new Map<string, string>();
  readonly ours = new Set<string>();
  readonly closed = new Set<string>();
  private last = 1_900_000_000_000_000_000n;

  constructor(readonly now: () => Date) {}

  /** Too large for a number of JavaScript, as all of X's are. */
  nextId(): string {
    this.last += 4_194_305n;
    return String(this.last);
  }

  user(username: string): User {
    const known = [...this.users.values()].find((one) => one.username === username);
    if (known !== undefined) return known;
    const user = { id: this.nextId(), username, name: username };
    this.users.set(user.id, user);
    return user;
  }

  post(authorId: string, what: Partial<Pick<Tweet, 'parentId' | 'quotedId' | 'media'>> & { text: string }): Tweet {
    const id = this.nextId();
    const parent = this.tweets.get(what.parentId ?? '');
    const names = [...what.text.matchAll(/@(\w+)/gu)].map(([, name]) => this.user(name ?? '').id);
    const tweet: Tweet = {
      id,
      authorId,
      conversationId: parent?.conversationId ?? id,
      parentId: parent?.id,
      parentAuthorId: parent?.authorId,
      quotedId: what.quotedId,
      text: what.text,
      mentions: [...new Set([...names, ...(parent === undefined ? [] : [parent.authorId, ...parent.mentions])])],
      media: what.media ?? [],
      at: this.now(),
      isHidden: false,
    };
    this.tweets.set(id, tweet);
    return tweet;
  }

  write(from: string, to: string, what: { readonly text: string; readonly media?: readonly string[] }): Direct {
    const direct = { id: this.nextId(), from, to, text: what.text, media: what.media ?? [], at: this.now() };
    this.directs.push(direct);
    return direct;
  }

  grant(userId: string): Tokens {
    const tokens = { accessToken: newToken(16), refreshToken: newToken(16) };
    this.access.set(tokens.accessToken, userId);
    this.refresh.set(tokens.refreshToken, userId);
    return tokens;
  }
}
