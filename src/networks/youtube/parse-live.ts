import type { Author, InboundEvent, MessageArrived } from '../../domain/message/inbound-event.js';
import { present } from '../kit/present.js';
import { fields, id, instant, link, text, type Fields } from '../kit/read.js';
import { liveKey } from './live-key.js';

/** Where what was said stands, by the kind of the message. */
const spoken: Readonly<Record<string, readonly [string, string]>> = {
  textMessageEvent: ['textMessageDetails', 'messageText'],
  superChatEvent: ['superChatDetails', 'userComment'],
  superStickerEvent: ['superStickerDetails', 'altText'],
  memberMilestoneChatEvent: ['memberMilestoneChatDetails', 'userComment'],
};

/** What is said in a live chat; who was banned, polls, gifts and the like are of no use to care. */
export function eventsOfLive(message: Fields, account: string): InboundEvent[] {
  const snippet = fields(message['snippet']);
  const type = text(snippet['type']) ?? 'nothing';
  const at = instant(snippet['publishedAt']);
  const removed =
    id(fields(snippet['messageDeletedDetails'])['deletedMessageId']) ??
    id(fields(snippet['messageRetractedDetails'])['retractedMessageId']);
  const isRemoval = type === 'messageDeletedEvent' || type === 'messageRetractedEvent';
  if (isRemoval && removed !== undefined && at !== undefined)
    return [{ kind: 'message-deleted', account, id: removed, at }];
  const event = Object.hasOwn(spoken, type) ? said(message, { account, type, at }) : undefined;
  return [event ?? { kind: 'ignored', what: `live ${type.slice(0, 60)}` }];
}

function said(
  message: Fields,
  { account, type, at }: { readonly account: string; readonly type: string; readonly at: Date | undefined },
): MessageArrived | undefined {
  const snippet = fields(message['snippet']);
  const [messageId, chat] = [id(message['id']), id(snippet['liveChatId'])];
  const author = authorOf(fields(message['authorDetails']), snippet);
  if (messageId === undefined || chat === undefined || author === undefined || at === undefined) return undefined;
  // A chat has no threads: what we say in it is said to everybody.
  if (author.id === account) return undefined;
  return {
    kind: 'message',
    account,
    id: messageId,
    messageKind: 'comment',
    thread: { key: liveKey(chat, author.id), space: 'public' },
    from: author,
    text: wordsOf(snippet, type),
    attachments: [],
    sentAt: at,
    edition: 0,
  };
}

/** A Super Chat says what was paid, because that is what the person wants to be seen. */
function wordsOf(snippet: Fields, type: string): string {
  const [details, field] = spoken[type] ?? ['', ''];
  const found = fields(snippet[details]);
  const words = text(found[field]) ?? text(snippet['displayMessage']) ?? '';
  const paid = text(found['amountDisplayString']);
  return paid === undefined ? words : `${paid} ${words}`.trim();
}

function authorOf(details: Fields, snippet: Fields): Author | undefined {
  const channel = id(details['channelId']) ?? id(snippet['authorChannelId']);
  if (channel === undefined) return undefined;
  const avatarUrl = link(details['profileImageUrl']);
  const profileUrl = link(details['channelUrl']);
  return { id: channel, name: text(details['displayName']) ?? '', ...present({ avatarUrl, profileUrl }) };
}
