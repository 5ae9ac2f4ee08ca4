import type { Express, Request } from 'express';
import multer from 'multer';

import type { Params } from '../backend.js';
import { GraphError, type DirectFile } from '../model.js';
import { paged } from '../paging.js';
import { written } from '../world.js';
import { allowed, type Caller } from './access.js';
import { need, type Account, type Conversation, type Direct } from './model.js';
import type { World } from './world.js';

type Fields = Readonly<Record<string, unknown>>;
const day = 24 * 3_600_000;

/** The Send API of Instagram, and its conversations. */
export function messageRoutes(app: Express, world: World, url: string): void {
  app.post(
    '/:mailbox/messages',
    allowed(world, 'messages', (caller) => {
      const message = sendFor(world, caller);
      return { recipient_id: message.to, message_id: message.mid };
    }),
  );
  app.post(
    '/:mailbox/message_attachments',
    multer({ storage: multer.memoryStorage() }).single('filedata'),
    allowed(world, 'messages', ({ params }, request: Request) => {
      const { file } = request;
      if (file === undefined || params['platform'] !== 'instagram') throw new GraphError(100, '(#100) Upload failure');
      const type = textOf(fieldsOf(fieldsOf(parsed(params['message']))['attachment'])['type']);
      const id = world.nextId();
      world.state.uploads.set(id, { type, name: file.originalname, url: `${url}/files/${id}` });
      return { attachment_id: id };
    }),
  );
  app.get(
    '/:mailbox/conversations',
    allowed(world, 'messages', ({ account, params }, request) => {
      const wanted = params['user_id'];
      const found = [...world.state.conversations.values()]
        .filter((one) => one.accountId === account.id && (wanted === undefined || one.person.id === wanted))
        .sort((a, b) => updatedAt(b) - updatedAt(a))
        .map((one) => ({ id: one.id, updated_time: written(new Date(updatedAt(one))) }));
      const at = { limit: params['limit'], after: params['after'], url: request.url };
      return paged(found, { ...at, url: `https://graph.facebook.com${at.url}` }, (one) => one.id);
    }),
  );
}

function sendFor(world: World, { account, params }: Caller): { mid: string; to: string } {
  const recipient = fieldsOf(parsed(params['recipient']));
  const commentId = textOf(recipient['comment_id']);
  const draft = draftOf(world, params);
  if (commentId !== '') return privateReply(world, account, { commentId, draft });
  const id = textOf(recipient['id']);
  const person = world.state.people.get(id);
  if (person === undefined) throw new GraphError(100, '(#100) No matching user found', { subcode: 2018001 });
  return { mid: world.send(world.with(account, person), draft).mid, to: id };
}

/** Once for each comment, within seven days; the exchange then waits for the person. */
function privateReply(
  world: World,
  account: Account,
  { commentId, draft }: { commentId: string; draft: ReturnType<typeof draftOf> },
): { mid: string; to: string } {
  const comment = world.commentOf(commentId);
  if (comment.isAnsweredInPrivate) throw new GraphError(10900, '(#10900) Activity already replied to');
  if (world.now().getTime() - comment.at.getTime() > 7 * day) {
    throw new GraphError(10903, "(#10903) This user can't reply to this activity");
  }
  const person = need(world.state.people.get(comment.from.id), comment.from.id);
  const message = world.send(world.with(account, person), draft, true);
  comment.isAnsweredInPrivate = true;
  return { mid: message.mid, to: person.id };
}

function draftOf({ state }: World, params: Params) {
  const message = fieldsOf(parsed(params['message']));
  const payload = fieldsOf(fieldsOf(message['attachment'])['payload']);
  const upload = state.uploads.get(textOf(payload['attachment_id']));
  const files: DirectFile[] = upload === undefined ? [] : [upload];
  return { text: textOf(message['text']), files, tag: params['tag'] ?? null };
}

export function conversationTold(
  conversation: Conversation,
  account: Account,
  asked: { limit: string | undefined; after: string | undefined } | null,
): object {
  const newest = conversation.messages.filter((message) => !message.isDeleted).reverse();
  const url = `https://graph.facebook.com/${conversation.id}/messages`;
  const list = paged(newest, { limit: asked?.limit, after: asked?.after, url }, (one) => one.mid);
  const messages = { ...list, data: list.data.map((message) => directTold(message, conversation, account)) };
  return { id: conversation.id, ...(asked === null ? {} : { messages }) };
}

function directTold(message: Direct, { person }: Conversation, account: Account): object {
  const [them, us] = [
    { id: person.id, username: person.username },
    { id: account.scopedId, username: account.username },
  ];
  return {
    id: message.mid,
    created_time: written(message.at),
    from: message.isOurs ? us : them,
    to: { data: [message.isOurs ? them : us] },
    message: message.text,
    ...(message.files.length === 0
      ? {}
      : { attachments: { data: message.files.map(({ url }) => ({ image_data: { url } })) } }),
    ...(message.story === null ? {} : { story: { reply_to: { id: message.story.id, link: message.story.url } } }),
  };
}

function updatedAt({ messages }: Conversation): number {
  return messages.at(-1)?.at.getTime() ?? 0;
}

function parsed(json: string | undefined): unknown {
  return json === undefined ? undefined : JSON.parse(json);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
