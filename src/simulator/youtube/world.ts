export interface Comment {
  readonly id: string;
  readonly parentId: string | null;
  readonly video: string;
  readonly author: Channel;
  text: string;
  readonly publishedAt: string;
  updatedAt: string;
  standing: 'published' | 'heldForReview' | 'likelySpam' | 'rejected';
}

export interface Channel {
  readonly id: string;
  readonly name: string;
}

export interface LiveMessage {
  readonly id: string;
  readonly chat: string;
  readonly author: Channel;
  readonly text: string;
  readonly publishedAt: string;
}

/** The channels, what is said under their videos, and what was spent of the day's units. */
export class World {
  readonly channels = new Map<string, Channel>();
  readonly comments = new Map<string, Comment>();
  readonly live: LiveMessage[] = [];
  readonly tokens = new Map<string, { channel: string; isRefresh: boolean }>();
  chat: string | null = null;
  units = 0;
  quota = 10_000;
  private count = 0;

  constructor(
    readonly now: () => Date,
    readonly ours: Channel,
  ) {
    this.channels.set(ours.name, ours);
  }

  next(): string {
    this.count += 1;
    return String(this.count).padStart(6, '0');
  }

  channel(name: string): Channel {
    const known = this.channels.get(name) ?? { id: `UCsim${this.next()}`, name };
    this.channels.set(name, known);
    return known;
  }

  say(author: Channel, at: { readonly video: string; readonly parentId: string | null }, text: string): Comment {
    const { parentId, video } = at;
    const name = this.next();
    const now = this.now().toISOString();
    const comment: Comment = {
      id: parentId === null ? `Ugsim${name}AaABAg` : `${parentId}.9s${name}`,
      parentId,
      video,
      author,
      text,
      publishedAt: now,
      updatedAt: now,
      standing: 'published',
    };
    this.comments.set(comment.id, comment);
    return comment;
  }

  repliesTo(parentId: string): Comment[] {
    return [...this.comments.values()].filter((one) => one.parentId === parentId && one.standing === 'published');
  }

  remove(id: string): void {
    this.comments.delete(id);
    for (const reply of this.repliesTo(id)) this.comments.delete(reply.id);
  }
}
