import { refill } from '../kit/memory.js';
import {
  ApiError,
  type Media,
  type Notice,
  type Person,
  type Post,
  type Published,
  type Quirks,
  type Visibility,
} from './model.js';
import { countedLength, mentionsIn, type Named } from './status-text.js';

export interface Draft {
  readonly text: string;
  readonly visibility: Visibility;
  readonly inReplyTo?: string | null;
  readonly spoiler?: string;
  readonly language?: string;
  readonly media?: readonly Media[];
  readonly application?: string | null;
  readonly quotes?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface StreamEvent {
  readonly to: string;
  readonly event: 'update' | 'delete' | 'notification' | 'status.update';
  readonly subject: Post | Notice | string;
}

const idBase = 110_000_000_000_000n;
const maxMedia = 4;

/** Everything that exists on the server, and the rules of who sees what and who is told. */
export class World {
  readonly people = new Map<string, Person>();
  readonly posts = new Map<string, Post>();
  readonly notices: Notice[] = [];
  readonly media = new Map<string, Media>();
  readonly published: Published[] = [];
  /** Accounts of the server that we hold: only they are told of anything. */
  readonly ours = new Set<string>();
  private readonly listeners = new Set<(event: StreamEvent) => void>();
  private count = 0n;

  constructor(
    readonly host: string,
    readonly now: () => Date,
    readonly quirks: Quirks,
  ) {}

  memory() {
    const { people, posts, notices, media, published, ours, count } = this;
    return { people, posts, notices, media, published, ours, count };
  }

  recall(memory: ReturnType<World['memory']>): void {
    refill(this.people, memory.people);
    refill(this.posts, memory.posts);
    refill(this.media, memory.media);
    this.notices.push(...memory.notices);
    this.published.push(...memory.published);
    for (const id of memory.ours) this.ours.add(id);
    this.count = memory.count;
  }

  get maxCharacters(): number {
    return this.quirks.maxCharacters ?? 500;
  }

  listen(listener: (event: StreamEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Ids grow, are beyond 2^53, and are text, as Mastodon's are. */
  nextId(): string {
    this.count += 1n;
    const number = idBase * 1000n + this.count * 7n;
    return this.quirks.letterIds === true ? `A${number.toString(36).toUpperCase()}z` : String(number);
  }

  person(handle: string, displayName?: string): Person {
    const [username = '', host] = handle.replace(/^@/u, '').split('@');
    const named = {
      username,
      host: host === undefined || host === this.host ? null : host,
    };
    const known = this.find(named);
    if (known !== undefined) return known;
    const person = {
      id: this.nextId(),
      ...named,
      displayName: displayName ?? username,
      createdAt: this.now(),
    };
    this.people.set(person.id, person);
    return person;
  }

  find(named: Named): Person | undefined {
    const username = named.username.toLowerCase();
    const host = named.host === this.host ? null : named.host;
    return [...this.people.values()].find(
      (person) => person.username.toLowerCase() === username && person.host === host,
    );
  }

  canSee(viewer: string, post: Post): boolean {
    if (post.visibility === 'public' || post.visibility === 'unlisted') return true;
    return post.author.id === viewer || post.mentions.some((person) => person.id === viewer);
  }

  /** The status, for somebody who may see it. Throws the 404 of the API. */
  visible(viewer: string, id: string): Post {
    const post = this.posts.get(id);
    if (post === undefined || !this.canSee(viewer, post)) throw new ApiError(404, 'Record not found');
    return post;
  }

  write(author: Person, draft: Draft): Post {
    const media = draft.media ?? [];
    this.mustBeValid(draft, media);
    const post: Post = {
      id: this.nextId(),
      author,
      visibility: draft.visibility,
      createdAt: this.now(),
      application: draft.application ?? null,
      favouritedBy: new Set(),
      quotes: draft.quotes ?? null,
      inReplyTo: draft.inReplyTo ?? null,
      text: draft.text,
      spoiler: draft.spoiler ?? '',
      language: draft.language ?? 'en',
      mentions: this.named(author, draft.text),
      media,
      editedAt: null,
    };
    this.posts.set(post.id, post);
    this.record(post, draft.idempotencyKey ?? null);
    this.tellOf(post);
    return post;
  }

  edit(
    post: Post,
    change: {
      readonly text: string;
      readonly spoiler?: string;
      readonly media?: readonly Media[];
    },
  ): Post {
    const media = change.media ?? post.media;
    this.mustBeValid({ text: change.text, visibility: post.visibility }, media);
    post.text = change.text;
    post.spoiler = change.spoiler ?? post.spoiler;
    post.media = media;
    post.mentions = this.named(post.author, change.text);
    post.editedAt = this.now();
    if (this.ours.has(post.author.id)) this.tell({ to: post.author.id, event: 'status.update', subject: post });
    return post;
  }

  /** Replies to it lose their parent and notifications of it vanish, as in Mastodon. */
  remove(post: Post): void {
    this.posts.delete(post.id);
    for (const other of this.posts.values()) if (other.inReplyTo === post.id) other.inReplyTo = null;
    const left = this.notices.filter((notice) => notice.statusId !== post.id);
    this.notices.splice(0, this.notices.length, ...left);
    for (const to of [post.author.id, ...post.mentions.map((person) => person.id)]) {
      this.tell({ to, event: 'delete', subject: post.id });
    }
  }

  favourite(by: Person, post: Post): void {
    if (post.favouritedBy.has(by.id)) return;
    post.favouritedBy.add(by.id);
    this.notify({ type: 'favourite', from: by, to: post.author.id }, post);
  }

  /** Tells those who follow the author of an edit; a person who is only named is told nothing. */
  streamEdit(post: Post): void {
    for (const to of this.ours) this.tell({ to, event: 'status.update', subject: post });
  }

  private mustBeValid(draft: Draft, media: readonly Media[]): void {
    const length = countedLength(`${draft.spoiler ?? ''}${draft.text}`);
    if (draft.text.trim() === '' && media.length === 0) {
      throw new ApiError(422, "Validation failed: Text can't be blank");
    }
    if (length > this.maxCharacters) {
      throw new ApiError(422, `Validation failed: Text character limit of ${this.maxCharacters} exceeded`);
    }
    if (media.length > maxMedia) throw new ApiError(422, 'Validation failed: Cannot attach more than 4 files');
  }

  /** A name without a host is of the writer's own server. */
  private named(author: Person, text: string): Person[] {
    const people = mentionsIn(text).flatMap(
      (named) => this.find({ ...named, host: named.host ?? author.host }) ?? this.find(named) ?? [],
    );
    return [...new Map(people.map((person) => [person.id, person])).values()];
  }

  private record(post: Post, idempotencyKey: string | null): void {
    if (!this.ours.has(post.author.id)) return;
    this.published.push({
      id: post.id,
      account: post.author.id,
      acct: post.author.username,
      text: post.text,
      visibility: post.visibility,
      inReplyTo: post.inReplyTo,
      mentions: post.mentions.map((person) => this.acct(person)),
      media: post.media.map((media) => media.name),
      at: post.createdAt.toISOString(),
      idempotencyKey,
    });
  }

  acct(person: Person): string {
    return person.host === null ? person.username : `${person.username}@${person.host}`;
  }

  private tellOf(post: Post): void {
    if (this.ours.has(post.author.id)) this.tell({ to: post.author.id, event: 'update', subject: post });
    for (const person of post.mentions) {
      if (person.id !== post.author.id) this.notify({ type: 'mention', from: post.author, to: person.id }, post);
    }
    const quoted = post.quotes === null ? undefined : this.posts.get(post.quotes);
    if (quoted !== undefined) this.notify({ type: 'quote', from: post.author, to: quoted.author.id }, post);
  }

  private notify(what: Pick<Notice, 'type' | 'from' | 'to'>, post: Post): void {
    if (!this.ours.has(what.to) || what.to === what.from.id) return;
    const notice = { id: this.nextId(), ...what, statusId: post.id, createdAt: this.now() };
    this.notices.push(notice);
    this.tell({ to: what.to, event: 'notification', subject: notice });
  }

  private tell(event: StreamEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
