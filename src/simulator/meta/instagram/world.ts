import { newToken } from '../../../platform/ids.js';
import type { Hooks } from '../hooks.js';
import { GraphError, type DirectFile } from '../model.js';
import { gone } from '../world.js';
import {
  need,
  type Account,
  type Comment,
  type Conversation,
  type Direct,
  type Media,
  type Person,
  type State,
} from './model.js';

/** Numbers of Instagram have 17 digits: beyond 2^53, so that whoever rounds them is found out. */
const base = 17_841_400_000_000_000n;
const day = 24 * 3_600_000;
const maxBytes = 1000;

export interface OurDraft {
  readonly text: string;
  readonly files: readonly DirectFile[];
  readonly tag: string | null;
}

/** What people and the brand do, with what the webhooks hear of it. */
export class World {
  constructor(
    readonly state: State,
    readonly now: () => Date,
    private readonly hooks: Hooks,
  ) {}

  nextId(): string {
    this.state.count += 1;
    return String(base + BigInt(this.state.count) * 17n);
  }

  token(): string {
    return `IGAA${newToken(48)}`;
  }

  account(id: string): Account {
    return need(this.state.accounts.get(id), id);
  }

  person(account: Account, username: string): Person {
    const all = [...this.state.people.values()];
    const known = all.find((one) => one.accountId === account.id && one.username === username);
    if (known !== undefined) return known;
    const person = { id: this.nextId(), username, accountId: account.id, isBlocking: false };
    this.state.people.set(person.id, person);
    return person;
  }

  post(of: { account: Account | null; username: string; caption: string; tags?: string }): Media {
    const { account, username, caption, tags = null } = of;
    const media = { id: this.nextId(), accountId: account?.id ?? null, username, caption, at: this.now(), tags };
    this.state.media.set(media.id, media);
    return media;
  }

  mediaOf(account: Account): Media[] {
    return [...this.state.media.values()].filter((media) => media.accountId === account.id).reverse();
  }

  commentsUnder(mediaId: string): Comment[] {
    return [...this.state.comments.values()].filter((one) => one.mediaId === mediaId && !one.isDeleted).reverse();
  }

  commentOf(id: string): Comment {
    const comment = need(this.state.comments.get(id), id);
    return need(comment.isDeleted ? undefined : comment, id);
  }

  /** Under a media or a comment: an answer to an answer is put below the first one. */
  comment(on: string, from: Comment['from'], text: string): Comment {
    if (text.trim() === '' || text.length > 2200) throw new GraphError(100, '(#100) Invalid comment text');
    const above = this.state.media.has(on) ? undefined : this.commentOf(on);
    if (above?.isHidden === true) throw new GraphError(100, '(#100) A hidden comment cannot be answered');
    const comment: Comment = {
      id: this.nextId(),
      mediaId: above?.mediaId ?? on,
      parentId: above === undefined ? null : (above.parentId ?? above.id),
      from,
      text,
      at: this.now(),
      isHidden: false,
      isDeleted: false,
      isAnsweredInPrivate: false,
    };
    this.state.comments.set(comment.id, comment);
    this.tellComment(comment);
    return comment;
  }

  /** Somebody names the account elsewhere: the webhook says where, and nothing more. */
  mention(account: Account, of: { mediaId: string; commentId?: string }): void {
    const comment = of.commentId === undefined ? {} : { comment_id: of.commentId };
    this.hooks.change(account, { field: 'mentions', value: { media_id: of.mediaId, ...comment } });
  }

  with(account: Account, person: Person): Conversation {
    const known = [...this.state.conversations.values()].find((one) => one.person === person);
    if (known !== undefined) return known;
    const conversation = {
      id: `aWdfZAG06${this.nextId()}`,
      accountId: account.id,
      person,
      messages: [],
      lastInboundAt: null,
    };
    this.state.conversations.set(conversation.id, conversation);
    return conversation;
  }

  find(mid: string): { conversation: Conversation; message: Direct } {
    for (const conversation of this.state.conversations.values()) {
      const message = conversation.messages.find((one) => one.mid === mid);
      if (message !== undefined) return { conversation, message };
    }
    throw gone(mid);
  }

  /** The person writes, perhaps about a story of ours. */
  receive(
    conversation: Conversation,
    what: { text: string; files?: readonly DirectFile[]; story?: Direct['story'] },
  ): Direct {
    const message = this.add(conversation, { files: [], story: null, ...what, isOurs: false });
    conversation.lastInboundAt = message.at;
    this.tell(conversation, 'messages', { message: told(message) });
    return message;
  }

  send(conversation: Conversation, draft: OurDraft, isPrivateReply = false): Direct {
    mustFit(draft);
    if (conversation.person.isBlocking) {
      throw new GraphError(551, "(#551) This person isn't available right now.", { subcode: 1545041 });
    }
    if (!isPrivateReply) this.mustBeOpen(conversation, draft);
    return this.write(conversation, draft);
  }

  /** By whatever program: the echo tells the app. */
  write(conversation: Conversation, draft: OurDraft): Direct {
    const message = this.add(conversation, { ...draft, story: null, isOurs: true });
    const { text, files, tag } = draft;
    const on = conversation.person.id;
    const names = files.map((file) => file.name);
    this.state.published.push({ kind: 'message', id: message.mid, on, text, files: names, tag });
    this.tell(conversation, 'messages', { message: { ...told(message), is_echo: true } });
    return message;
  }

  tell(conversation: Conversation, field: string, event: object): void {
    const isOurs = 'message' in event && JSON.stringify(event.message).includes('"is_echo":true');
    const [person, us] = [{ id: conversation.person.id }, { id: conversation.accountId }];
    const ends = isOurs ? { sender: us, recipient: person } : { sender: person, recipient: us };
    const account = this.account(conversation.accountId);
    this.hooks.messaging(account, field, { ...ends, timestamp: this.now().getTime(), ...event });
  }

  private add(conversation: Conversation, what: Omit<Direct, 'mid' | 'at' | 'isDeleted'>): Direct {
    const mid = `aWdfZAG1f${Buffer.from(`${conversation.id}:${this.nextId()}`).toString('base64url')}`;
    const message = { ...what, mid, at: this.now(), isDeleted: false };
    conversation.messages.push(message);
    return message;
  }

  private mustBeOpen(conversation: Conversation, draft: OurDraft): void {
    const isTagged = draft.tag === 'HUMAN_AGENT';
    if (isTagged && !this.account(conversation.accountId).humanAgent) {
      throw new GraphError(100, '(#100) The tag HUMAN_AGENT is not approved for this app.', { subcode: 2018276 });
    }
    const age = this.now().getTime() - (conversation.lastInboundAt?.getTime() ?? Number.NEGATIVE_INFINITY);
    if (age > (isTagged ? 7 : 1) * day) {
      throw new GraphError(10, '(#10) This message is sent outside of allowed window.', { subcode: 2534022 });
    }
  }

  private tellComment(comment: Comment): void {
    const media = need(this.state.media.get(comment.mediaId), comment.mediaId);
    if (media.accountId === null) return;
    const value = {
      id: comment.id,
      text: comment.text,
      from: comment.from,
      media: { id: media.id, media_product_type: 'FEED' },
      ...(comment.parentId === null ? {} : { parent_id: comment.parentId }),
    };
    this.hooks.change(this.account(media.accountId), { field: 'comments', value });
  }
}

function told(message: Direct): object {
  return {
    mid: message.mid,
    ...(message.text === '' ? {} : { text: message.text }),
    ...(message.files.length === 0
      ? {}
      : { attachments: message.files.map(({ type, url }) => ({ type, payload: { url } })) }),
    ...(message.story === null ? {} : { reply_to: { story: message.story } }),
  };
}

function mustFit({ text, files }: OurDraft): void {
  if ((text === '') === (files.length === 0)) throw new GraphError(100, '(#100) Text or one attachment');
  if (Buffer.byteLength(text) > maxBytes) throw new GraphError(100, '(#100) Length of param message[text] is too long');
}
