import type { Person, Post, Visibility } from './model.js';
import type { World } from './world.js';

export interface CustomerPost {
  /** `zoe@remote.example`, or `zoe` for somebody of the simulated server; made when not known yet. */
  readonly handle: string;
  readonly displayName?: string;
  /** Whoever it names is told: "@brand my line is down". */
  readonly text: string;
  readonly inReplyTo?: string;
  /** Public when not given. */
  readonly visibility?: Visibility;
  readonly spoiler?: string;
  readonly language?: string;
  /** The status it quotes. */
  readonly quotes?: string;
  readonly media?: readonly {
    readonly name: string;
    readonly mime: string;
    readonly bytes: Buffer;
  }[];
}

export interface CustomerStatus {
  readonly id: string;
  readonly accountId: string;
}

/** What people do in their own clients. */
export class Customers {
  constructor(private readonly world: World) {}

  posts(what: CustomerPost): CustomerStatus {
    const author = this.world.person(what.handle, what.displayName);
    const post = this.world.write(author, {
      text: what.text,
      visibility: what.visibility ?? 'public',
      inReplyTo: what.inReplyTo ?? null,
      spoiler: what.spoiler ?? '',
      language: what.language ?? 'en',
      quotes: what.quotes ?? null,
      media: (what.media ?? []).map((file) => {
        const media = {
          id: this.world.nextId(),
          owner: author.id,
          looks: 0,
          ...file,
        };
        this.world.media.set(media.id, media);
        return media;
      }),
    });
    return { id: post.id, accountId: author.id };
  }

  /** `isFollowed`: our accounts follow the author, so that the user stream tells them. */
  edits(id: string, text: string, isFollowed = false): void {
    const post = this.world.edit(this.known(id), { text });
    if (isFollowed) this.world.streamEdit(post);
  }

  deletes(id: string): void {
    this.world.remove(this.known(id));
  }

  favourites(handle: string, id: string): void {
    this.world.favourite(this.world.person(handle), this.known(id));
  }

  /** A status of ours, written in another client than Relais. */
  brandPosts(
    username: string,
    what: {
      readonly text: string;
      readonly inReplyTo?: string;
      readonly visibility?: Visibility;
    },
  ): CustomerStatus {
    const author: Person = this.world.person(username);
    const post = this.world.write(author, {
      text: what.text,
      visibility: what.visibility ?? 'public',
      inReplyTo: what.inReplyTo ?? null,
      application: 'Web',
    });
    return { id: post.id, accountId: author.id };
  }

  private known(id: string): Post {
    const post = this.world.posts.get(id);
    if (post === undefined) throw new Error(`the simulator has no status ${id}`);
    return post;
  }
}
