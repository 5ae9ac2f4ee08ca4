import type { Author, InboundEvent, MessageArrived, ThreadRef } from '../../domain/message/inbound-event.js';
import { fields, flag, id, instant, link, list, record, text, type Fields } from '../kit/read.js';
import { attachmentsOf } from './parse-attachments.js';
import { personOf, referencesIn, referred } from './people.js';

const ignored = (what: string): InboundEvent => ({ kind: 'ignored', what });

/** Messages with what they refer to, as feeds hold them; a bare list of messages is understood as well. */
export function parse(body: unknown, account: string | null): InboundEvent[] {
  const told = record(body);
  const messages = told ? list(told['messages']) : list(body);
  if (messages.length === 0 || account === null)
    return [ignored(account === null ? 'messages of no account' : 'no messages')];
  const references = told ? referencesIn(told) : [];
  return messages.map((message) => messageOf(fields(message), { account, references }));
}

interface Scene {
  readonly account: string;
  readonly references: readonly Fields[];
}

function messageOf(message: Fields, scene: Scene): InboundEvent {
  if (isOfSystem(message)) return ignored('system message');
  const facts = factsOf(message, scene);
  if (!facts) return ignored('message');
  if (!facts.isOurs) return arrived(message, scene, { ...facts, party: { from: facts.author } });
  return own(message, scene, facts);
}

function isOfSystem(message: Fields): boolean {
  return flag(message['system_message']) === true || text(message['message_type']) === 'system';
}

/** What we began in a community is a post of ours; what we say to somebody needs them known. */
function own(message: Fields, scene: Scene, facts: Facts): InboundEvent {
  const isPrivate = facts.thread.space === 'private';
  if (!isPrivate) {
    return facts.isStarter
      ? ownPost(message, facts, scene)
      : arrived(message, scene, { ...facts, party: { from: 'us' } });
  }
  const [customer] = othersIn(scene);
  if (!customer) return ignored('private message to nobody known');
  return arrived(message, scene, { ...facts, party: { from: 'us', with: customer } });
}

type Party = Pick<MessageArrived, 'from' | 'with'>;

function arrived(message: Fields, scene: Scene, facts: Facts & { readonly party: Party }): MessageArrived {
  const parent = id(message['replied_to_id']);
  return {
    kind: 'message',
    account: scene.account,
    id: facts.id,
    messageKind: kindOf(message, facts, scene),
    thread: facts.thread,
    ...facts.party,
    text: facts.text,
    attachments: attachmentsOf(message),
    sentAt: facts.sentAt,
    edition: 0,
    ...(parent === undefined ? {} : { replyTo: parent }),
    ...placeOf(message),
  };
}

interface Facts {
  readonly id: string;
  readonly threadId: string;
  readonly sentAt: Date;
  readonly author: Author;
  readonly isOurs: boolean;
  readonly isStarter: boolean;
  readonly thread: ThreadRef;
  readonly text: string;
}

function factsOf(message: Fields, { account, references }: Scene): Facts | null {
  const messageId = id(message['id']);
  const sender = id(message['sender_id']);
  const sentAt = instant(message['created_at']);
  if (messageId === undefined || sender === undefined || !sentAt) return null;
  const author = personOf(referred(references, 'user', sender) ?? {}) ?? { id: sender, name: '' };
  const threadId = id(message['thread_id']) ?? messageId;
  const thread = threadOf(message, { threadId, sender });
  const words = text(fields(message['body'])['plain']) ?? text(message['content_excerpt']) ?? '';
  const whose = { author, isOurs: sender === account, isStarter: threadId === messageId };
  return { id: messageId, threadId, sentAt, thread, text: words, ...whose };
}

/** What two say to each other is one thread; in a community it is one for each who answers under a message. */
function threadOf(
  message: Fields,
  { threadId, sender }: { readonly threadId: string; readonly sender: string },
): ThreadRef {
  if (flag(message['direct_message']) === true) return { key: `direct:${threadId}`, space: 'private' };
  const parent = id(message['replied_to_id']);
  const answers = parent === undefined ? {} : { answers: [parent] };
  return { key: `${threadId}:${sender}`, space: 'public', ...answers, post: { id: threadId } };
}

function kindOf(message: Fields, { isStarter, thread }: Facts, { account }: Scene): MessageArrived['messageKind'] {
  if (thread.space === 'private') return 'direct';
  if (list(message['notified_user_ids']).some((one) => id(one) === account)) return 'mention';
  return isStarter ? 'visitor-post' : 'comment';
}

function ownPost(message: Fields, { id: postId, text: words, sentAt }: Facts, { account }: Scene): InboundEvent {
  const post = { id: postId, by: 'us', text: words, at: sentAt, ...placeOf(message) } as const;
  return { kind: 'post', account, post, attachments: attachmentsOf(message) };
}

function placeOf(message: Fields): { readonly permalink?: string } {
  const permalink = link(message['web_url']);
  return permalink === undefined ? {} : { permalink };
}

function othersIn({ account, references }: Scene): Author[] {
  const people = references.filter((one) => text(one['type']) === 'user').flatMap((one) => personOf(one) ?? []);
  return people.filter((person) => person.id !== account);
}
