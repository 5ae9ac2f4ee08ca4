import type { Express, Request } from 'express';
import multer from 'multer';

import { allowed, type Backend, type Caller } from './backend.js';
import { GraphError, type Comment, type Conversation, type Direct, type DirectFile, type Post } from './model.js';
import { askedOf } from './page-routes.js';
import { paged } from './paging.js';
import { conversationTold } from './wire.js';

const scope = 'pages_messaging';
const privateReplyMs = 7 * 24 * 3_600_000;

type Fields = Readonly<Record<string, unknown>>;

/** The Send API, uploads for it, and the list of conversations. */
export function messageRoutes(app: Express, backend: Backend): void {
  app.post(
    '/:page/messages',
    allowed(backend, scope, (caller) => answerTo(backend, caller)),
  );

  app.post(
    '/:page/message_attachments',
    multer({ storage: multer.memoryStorage() }).single('filedata'),
    allowed(backend, scope, ({ params }, request) => {
      const attachment = fieldsOf(fieldsOf(parsed(params['message']))['attachment']);
      const id = backend.world.nextId();
      const file = uploaded(request, attachment);
      backend.world.state.uploads.set(id, { ...file, url: `${backend.world.origin}/files/${id}/${file.name}` });
      return { attachment_id: id };
    }),
  );

  app.get(
    '/:page/conversations',
    allowed(backend, scope, ({ page, params }, request) => {
      const { world } = backend;
      const wanted = params['user_id'];
      const found = [...world.state.conversations.values()]
        .filter((one) => one.pageId === page.id && (wanted === undefined || one.person.psid === wanted))
        .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
      const told = found.map((one) => conversationTold(one, world));
      return paged(told, askedOf(params, request.url), (one) => String(one['id']));
    }),
  );
}

function answerTo(backend: Backend, caller: Caller) {
  const recipient = fieldsOf(parsed(caller.params['recipient']));
  const action = caller.params['sender_action'];
  if (action !== undefined) return { recipient_id: textOf(recipient['id']) };
  const publicId = textOf(recipient['comment_id']) || textOf(recipient['post_id']);
  const message =
    publicId === '' ? sendTo(backend, caller, textOf(recipient['id'])) : privateReply(backend, caller, publicId);
  return { recipient_id: message.to.id, message_id: message.mid };
}

function sendTo(backend: Backend, caller: Caller, psid: string): Direct {
  const person = backend.world.personOf(caller.page, psid);
  if (person === undefined) throw new GraphError(100, '(#100) No matching user found', { subcode: 2018001 });
  return backend.inbox.send(backend.inbox.with(caller.page, person), draftOf(backend, caller));
}

/** Once for each comment or post, within seven days; the exchange then waits for the person. */
function privateReply(backend: Backend, caller: Caller, publicId: string): Direct {
  const { world, inbox } = backend;
  const thing = publicThing(backend, publicId);
  if (thing.privateReply !== null) throw new GraphError(10900, '(#10900) Activity already replied to');
  const person = [...world.state.people.values()].find((one) => one.id === thing.author.id);
  const isLate = world.now().getTime() - thing.createdAt.getTime() > privateReplyMs;
  if (person === undefined || isLate) throw new GraphError(10903, "(#10903) This user can't reply to this activity");
  const conversation: Conversation = inbox.with(caller.page, person);
  const message = inbox.send(conversation, draftOf(backend, caller), true);
  thing.privateReply = conversation.id;
  return message;
}

function publicThing({ world, feed }: Backend, id: string): Comment | Post {
  return world.state.posts.has(id) ? feed.postOf(id) : feed.commentOf(id);
}

function draftOf({ world }: Backend, { params }: Caller) {
  const message = fieldsOf(parsed(params['message']));
  const payload = fieldsOf(fieldsOf(message['attachment'])['payload']);
  const upload = world.state.uploads.get(textOf(payload['attachment_id']));
  const type = params['messaging_type'] ?? 'RESPONSE';
  const tag = params['tag'] ?? null;
  if (type === 'MESSAGE_TAG' && tag !== 'HUMAN_AGENT') {
    throw new GraphError(100, '(#100) This message tag is no longer supported');
  }
  return {
    text: textOf(message['text']),
    files: upload === undefined ? byUrl(message) : [upload],
    tag: type === 'MESSAGE_TAG' ? tag : null,
    metadata: textOf(message['metadata']) || null,
    appId: world.state.app.id,
  };
}

function byUrl(message: Fields): DirectFile[] {
  const attachment = fieldsOf(message['attachment']);
  const url = textOf(fieldsOf(attachment['payload'])['url']);
  return url === '' ? [] : [{ type: textOf(attachment['type']), url, name: url }];
}

function uploaded(request: Request, attachment: Fields): { readonly type: string; readonly name: string } {
  const type = textOf(attachment['type']);
  const { file } = request;
  if (file === undefined) throw new GraphError(100, '(#100) Upload attachment failure.', { subcode: 2018047 });
  if (type === 'image' && !file.mimetype.startsWith('image/')) {
    throw new GraphError(100, '(#100) Attachment type mismatch', { subcode: 2018047 });
  }
  return { type, name: file.originalname };
}

function parsed(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    throw new GraphError(100, '(#100) param must be valid JSON');
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
