import type { Media, Notice, Person, Post } from './model.js';
import { statusHtml } from './status-text.js';
import type { World } from './world.js';

type Json = Readonly<Record<string, unknown>>;

/** The entities of the API, as one account sees them. */
export class Wire {
  constructor(
    private readonly world: World,
    private readonly origin: string,
  ) {}

  account(person: Person): Json {
    const url = this.profile(person);
    return {
      id: person.id,
      username: person.username,
      acct: this.world.acct(person),
      display_name: person.displayName,
      locked: false,
      bot: false,
      discoverable: true,
      group: false,
      created_at: person.createdAt.toISOString(),
      note: '',
      url,
      uri: url,
      avatar: `${this.origin}/avatars/${person.id}.png`,
      avatar_static: `${this.origin}/avatars/${person.id}.png`,
      followers_count: 12,
      following_count: 3,
      statuses_count: 40,
      emojis: [],
      fields: [],
    };
  }

  status(post: Post, viewer: string): Json {
    const parent = post.inReplyTo === null ? undefined : this.world.posts.get(post.inReplyTo);
    return {
      id: post.id,
      created_at: post.createdAt.toISOString(),
      edited_at: post.editedAt?.toISOString() ?? null,
      in_reply_to_id: post.inReplyTo,
      in_reply_to_account_id: parent?.author.id ?? null,
      sensitive: post.spoiler !== '',
      spoiler_text: post.spoiler,
      visibility: post.visibility,
      language: post.language,
      uri: `${this.profile(post.author)}/statuses/${post.id}`,
      url: `${this.profile(post.author)}/${post.id}`,
      replies_count: 0,
      reblogs_count: 0,
      favourites_count: post.favouritedBy.size,
      favourited: post.favouritedBy.has(viewer),
      reblogged: false,
      muted: false,
      bookmarked: false,
      content: statusHtml(post.text, (named) => this.mentioned(post, named)),
      filtered: [],
      reblog: null,
      application: post.application === null ? null : { name: post.application, website: null },
      account: this.account(post.author),
      media_attachments: post.media.map((media) => this.media(media)),
      mentions: post.mentions.map((person) => this.mention(person)),
      tags: [],
      emojis: [],
      card: null,
      poll: null,
      ...this.quote(post, viewer),
    };
  }

  notification(notice: Notice): Json {
    const post = notice.statusId === null ? undefined : this.world.posts.get(notice.statusId);
    return {
      id: notice.id,
      type: notice.type,
      created_at: notice.createdAt.toISOString(),
      group_key: `ungrouped-${notice.id}`,
      account: this.account(notice.from),
      ...(post === undefined ? {} : { status: this.status(post, notice.to) }),
    };
  }

  media(media: Media): Json {
    const url = media.looks > 0 ? null : `${this.origin}/media/${media.id}/${media.name}`;
    const type = /^(image|video|audio)\//u.exec(media.mime)?.[1] ?? 'unknown';
    return {
      id: media.id,
      type,
      url,
      preview_url: url,
      remote_url: null,
      meta: {},
      description: null,
    };
  }

  private quote(post: Post, viewer: string): Json {
    const quoted = post.quotes === null ? undefined : this.world.posts.get(post.quotes);
    if (quoted === undefined) return { quote: null };
    return {
      quote: {
        state: 'accepted',
        quoted_status: this.status({ ...quoted, quotes: null }, viewer),
      },
    };
  }

  private mention(person: Person): Json {
    const { id, username } = person;
    return {
      id,
      username,
      url: this.profile(person),
      acct: this.world.acct(person),
    };
  }

  private mentioned(post: Post, named: { username: string; host: string | null }): string | undefined {
    const host = named.host ?? post.author.host;
    const person = this.world.find({ ...named, host }) ?? this.world.find(named);
    return person === undefined ? undefined : this.profile(person);
  }

  private profile(person: Person): string {
    return `https://${person.host ?? this.world.host}/@${person.username}`;
  }
}
