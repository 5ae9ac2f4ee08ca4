import type { Backend } from './backend.js';
import type { DirectFile, Page, Person, Post } from './model.js';

/** Who does it: a person by name, made when not known yet, with the Page whose customer it is. */
export interface Someone {
  readonly page: string;
  readonly name: string;
}

export interface CustomerComment extends Someone {
  readonly text: string;
  /** The post or comment that it stands under; a post of the Page, made if it has none, when not given. */
  readonly on?: string;
  readonly photo?: string;
}

export interface CustomerMessage extends Someone {
  readonly text: string;
  readonly files?: readonly DirectFile[];
  readonly replyTo?: string;
}

/** What people do in Facebook and in Messenger, and what the brand does there without Relais. */
export class Customers {
  constructor(private readonly backend: Backend) {}

  comments(what: CustomerComment): { id: string; personId: string; postId: string } {
    const { page, person } = this.who(what);
    const on = what.on ?? this.somePost(page).id;
    const draft = { author: person, message: what.text, photo: what.photo ?? null };
    const comment = this.backend.feed.comment(on, draft);
    return { id: comment.id, personId: person.id, postId: comment.postId };
  }

  posts(what: Someone & { readonly text: string; readonly isMention?: boolean }): { id: string; personId: string } {
    const { page, person } = this.who(what);
    const draft = { message: what.text, isTagged: what.isMention ?? false };
    return { id: this.backend.feed.post(page, person, draft).id, personId: person.id };
  }

  reviews(what: Someone & { readonly text: string; readonly recommends: boolean }): { id: string; personId: string } {
    const { page, person } = this.who(what);
    return { id: this.backend.feed.review(page, person, what).id, personId: person.id };
  }

  /** `type` null takes it back. Of a message it is an emoji, of anything else a name like "love". */
  reacts(what: Someone & { readonly on: string; readonly type: string | null }): void {
    const { page, person } = this.who(what);
    if (what.on.startsWith('m_')) this.backend.inbox.react(what.on, what.type);
    else this.backend.feed.react(page, person, what);
  }

  writes(what: CustomerMessage): { mid: string; psid: string } {
    const { page, person } = this.who(what);
    const { text, files = [], replyTo } = what;
    const draft = { text, files, ...(replyTo === undefined ? {} : { replyTo }) };
    return { mid: this.backend.inbox.receive(page, person, draft).mid, psid: person.psid };
  }

  /** A comment or a message. */
  edits(id: string, text: string): void {
    if (id.startsWith('m_')) this.backend.inbox.edit(id, text);
    else this.backend.feed.editComment(this.backend.feed.commentOf(id), text);
  }

  /** A comment, a post or a message. */
  deletes(id: string): void {
    const { feed, inbox, world } = this.backend;
    if (id.startsWith('m_')) inbox.unsend(id);
    else if (world.state.posts.has(id)) feed.removePost(feed.postOf(id));
    else feed.removeComment(feed.commentOf(id));
  }

  reads(what: Someone): void {
    const { page, person } = this.who(what);
    this.backend.inbox.receipt(this.backend.inbox.with(page, person), 'read');
  }

  blocks(what: Someone & { readonly isBlocking: boolean }): void {
    this.who(what).person.isBlocking = what.isBlocking;
  }

  brandPosts(what: { readonly page: string; readonly text: string }): { id: string } {
    const page = this.backend.world.page(what.page);
    return { id: this.backend.feed.post(page, page, { message: what.text }).id };
  }

  brandComments(what: { readonly page: string; readonly on: string; readonly text: string }): { id: string } {
    const page = this.backend.world.page(what.page);
    return { id: this.backend.feed.comment(what.on, { author: page, message: what.text }).id };
  }

  brandWrites(what: Someone & { readonly text: string }): { mid: string } {
    const { page, person } = this.who(what);
    const draft = { text: what.text, files: [], tag: null, metadata: null, appId: null };
    return { mid: this.backend.inbox.write(this.backend.inbox.with(page, person), draft).mid };
  }

  private who(what: Someone): { page: Page; person: Person } {
    const page = this.backend.world.page(what.page);
    return { page, person: this.backend.world.person(page, what.name) };
  }

  private somePost(page: Page): Post {
    const posts = [...this.backend.world.state.posts.values()];
    const newest = posts.filter((post) => post.author.id === page.id && !post.isDeleted).at(-1);
    return newest ?? this.backend.feed.post(page, page, { message: `Welcome to ${page.name}` });
  }
}
