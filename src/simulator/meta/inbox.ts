import { GraphError, type Conversation, type Direct, type DirectFile, type Page, type Person } from './model.js';
import { gone, named, type World } from './world.js';

const hour = 3_600_000;
const windowMs = 24 * hour;
const humanAgentMs = 7 * 24 * hour;
const maxText = 2000;

export interface OurDraft {
  readonly text: string;
  readonly files: readonly DirectFile[];
  readonly tag: string | null;
  readonly metadata: string | null;
  /** Null for what was written in Facebook's own inbox. */
  readonly appId: string | null;
}

/** The private messages of Pages. */
export class Inbox {
  constructor(private readonly world: World) {}

  with(page: Page, person: Person): Conversation {
    const all = [...this.world.state.conversations.values()];
    const known = all.find((one) => one.pageId === page.id && one.person === person);
    if (known !== undefined) return known;
    const conversation = {
      id: `t_${this.world.nextId()}`,
      pageId: page.id,
      person,
      messages: [],
      updatedAt: this.world.now(),
      lastInboundAt: null,
    };
    this.world.state.conversations.set(conversation.id, conversation);
    return conversation;
  }

  find(mid: string): { readonly conversation: Conversation; readonly message: Direct } {
    for (const conversation of this.world.state.conversations.values()) {
      const message = conversation.messages.find((one) => one.mid === mid);
      if (message !== undefined) return { conversation, message };
    }
    throw gone(mid);
  }

  /** The person writes. */
  receive(
    page: Page,
    person: Person,
    what: { readonly text: string; readonly files: readonly DirectFile[]; readonly replyTo?: string },
  ): Direct {
    const conversation = this.with(page, person);
    const message = this.add(conversation, { ...what, isOurs: false });
    conversation.lastInboundAt = message.at;
    this.tell(conversation, 'messages', {
      message: {
        mid: message.mid,
        ...(what.text === '' ? {} : { text: what.text }),
        ...filesTold(what.files),
        ...(what.replyTo === undefined ? {} : { reply_to: { mid: what.replyTo } }),
      },
    });
    return message;
  }

  /** The Page writes, within the rules. Throws the errors of the Send API. */
  send(conversation: Conversation, draft: OurDraft, isPrivateReply = false): Direct {
    mustFit(draft);
    if (conversation.person.isBlocking) {
      throw new GraphError(551, "(#551) This person isn't available right now.", { subcode: 1545041 });
    }
    if (!isPrivateReply) this.mustBeOpen(conversation, draft);
    return this.write(conversation, draft);
  }

  /** The Page writes, by whatever program: the echo tells the app. */
  write(conversation: Conversation, draft: OurDraft): Direct {
    const message = this.add(conversation, { ...draft, isOurs: true });
    this.world.state.published.push({
      kind: 'message',
      id: message.mid,
      page: conversation.pageId,
      on: conversation.person.psid,
      text: draft.text,
      files: draft.files.map((file) => file.name),
      at: message.at.toISOString(),
      tag: draft.tag,
      byApp: draft.appId !== null,
    });
    this.tellEcho(conversation, message, draft);
    this.receipt(conversation, 'delivery', [message.mid]);
    return message;
  }

  edit(mid: string, text: string): void {
    const { conversation, message } = this.find(mid);
    message.text = text;
    message.edits += 1;
    const told = { mid, text, num_edit: String(message.edits) };
    this.tell(conversation, 'message_edits', { message_edit: told });
  }

  unsend(mid: string): void {
    const { conversation, message } = this.find(mid);
    message.isDeleted = true;
    this.tell(conversation, 'messages', { message: { mid, is_deleted: true } });
  }

  react(mid: string, emoji: string | null): void {
    const { conversation } = this.find(mid);
    const what = emoji === null ? { action: 'unreact' } : { action: 'react', reaction: 'other', emoji };
    conversation.lastInboundAt = this.world.now();
    this.tell(conversation, 'message_reactions', { reaction: { mid, ...what } });
  }

  receipt(conversation: Conversation, kind: 'delivery' | 'read', mids?: readonly string[]): void {
    const field = kind === 'read' ? 'message_reads' : 'message_deliveries';
    const watermark = this.world.now().getTime();
    this.tell(conversation, field, { [kind]: { watermark, ...(mids === undefined ? {} : { mids }) } });
  }

  private add(
    conversation: Conversation,
    what: { readonly text: string; readonly files: readonly DirectFile[]; readonly isOurs: boolean },
  ): Direct {
    const page = named(this.world.page(conversation.pageId));
    const person = { id: conversation.person.psid, name: conversation.person.name };
    const message = {
      mid: `m_${Buffer.from(`${conversation.id}:${this.world.nextId()}`).toString('base64url')}`,
      from: what.isOurs ? page : person,
      to: what.isOurs ? person : page,
      text: what.text,
      files: what.files,
      at: this.world.now(),
      edits: 0,
      isDeleted: false,
    };
    conversation.messages.push(message);
    conversation.updatedAt = message.at;
    return message;
  }

  private mustBeOpen(conversation: Conversation, draft: OurDraft): void {
    const isTagged = draft.tag === 'HUMAN_AGENT';
    if (isTagged && !this.world.page(conversation.pageId).humanAgent) {
      throw new GraphError(100, '(#100) The tag HUMAN_AGENT is not approved for this app.', { subcode: 2018276 });
    }
    const since = conversation.lastInboundAt?.getTime() ?? Number.NEGATIVE_INFINITY;
    const age = this.world.now().getTime() - since;
    if (age <= (isTagged ? humanAgentMs : windowMs)) return;
    throw new GraphError(10, '(#10) This message is sent outside of allowed window.', { subcode: 2018278 });
  }

  private tellEcho(conversation: Conversation, message: Direct, draft: OurDraft): void {
    const page = this.world.page(conversation.pageId);
    this.world.news.messaging(page, 'message_echoes', {
      sender: { id: page.id },
      recipient: { id: conversation.person.psid },
      timestamp: message.at.getTime(),
      message: {
        mid: message.mid,
        is_echo: true,
        ...(draft.appId === null ? {} : { app_id: Number(draft.appId) }),
        ...(draft.metadata === null ? {} : { metadata: draft.metadata }),
        ...(draft.text === '' ? {} : { text: draft.text }),
        ...filesTold(draft.files),
      },
    });
  }

  private tell(conversation: Conversation, field: string, event: Readonly<Record<string, unknown>>): void {
    this.world.news.messaging(this.world.page(conversation.pageId), field, {
      sender: { id: conversation.person.psid },
      recipient: { id: conversation.pageId },
      timestamp: this.world.now().getTime(),
      ...event,
    });
  }
}

function filesTold(files: readonly DirectFile[]) {
  if (files.length === 0) return {};
  return { attachments: files.map(({ type, url }) => ({ type, payload: { url } })) };
}

function mustFit({ text, files }: OurDraft): void {
  if (text === '' && files.length === 0)
    throw new GraphError(100, '(#100) Message cannot be empty, must provide valid attachment or text');
  if (text !== '' && files.length > 0) throw new GraphError(100, '(#100) Only one of text or attachment may be sent');
  if (text.length > maxText)
    throw new GraphError(100, `(#100) Length of param message[text] must be less than or equal to ${maxText}`);
}
