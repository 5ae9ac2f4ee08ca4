import type { Author, InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, flag, id, instant, list, text, type Fields } from '../kit/read.js';
import { authorOf } from './names.js';

/** A conversation with the moderators of our subreddit: whoever is a moderator speaks for us. */
export function parseModmail(body: Fields, account: string | null): InboundEvent[] {
  const conversation = fields(body['conversation']);
  const key = id(conversation['id']);
  const customer = customerOf(conversation, body);
  if (account === null || key === undefined || !customer) return [{ kind: 'ignored', what: 'modmail' }];
  const messages = Object.values(fields(body['messages'])).map(fields);
  const scene = { account, key, customer, subject: text(conversation['subject']), first: firstOf(conversation) };
  const events = messages.flatMap((message) => messageOf(message, scene));
  return events.length === 0 ? [{ kind: 'ignored', what: 'modmail' }] : events;
}

interface Scene {
  readonly account: string;
  readonly key: string;
  readonly customer: Author;
  readonly subject: string | undefined;
  readonly first: string | undefined;
}

function messageOf(message: Fields, { account, key, customer, subject, first }: Scene): InboundEvent[] {
  const messageId = id(message['id']);
  const sentAt = instant(message['date']);
  if (messageId === undefined || sentAt === undefined) return [];
  if (flag(message['isInternal']) === true) return [{ kind: 'ignored', what: 'note among moderators' }];
  const author = fields(message['author']);
  const words = wordsOf(message);
  return [
    {
      kind: 'message',
      account,
      id: `modmail:${messageId}`,
      messageKind: 'direct',
      thread: { key: `modmail:${key}`, space: 'private' },
      ...(isModerator(author) ? { from: 'us', with: customer } : { from: authorOf(author['name']) ?? customer }),
      text: messageId === first && subject !== undefined ? `${subject}\n\n${words}` : words,
      attachments: [],
      sentAt,
      edition: 0,
    },
  ];
}

function isModerator(author: Fields): boolean {
  return flag(author['isMod']) === true || flag(author['isAdmin']) === true;
}

function wordsOf(message: Fields): string {
  return text(message['bodyMarkdown']) ?? text(message['body']) ?? '';
}

/** Who is no moderator: named, or found among those who wrote. */
function customerOf(conversation: Fields, body: Fields): Author | undefined {
  const named = authorOf(fields(conversation['participant'])['name']) ?? authorOf(fields(body['user'])['name']);
  if (named) return named;
  const guests = list(conversation['authors'])
    .map(fields)
    .filter((one) => !isModerator(one));
  return guests.map((one) => authorOf(one['name'])).find((one) => one !== undefined);
}

function firstOf(conversation: Fields): string | undefined {
  const [first] = list(conversation['objIds'])
    .map(fields)
    .filter((one) => text(one['key']) === 'messages');
  return id(first?.['id']);
}
