/** A chat as the bot sees it, or as the person does on whose behalf a business connection speaks. */
export interface Place {
  readonly chat: string;
  readonly business?: string;
}

/** Where a reply goes. `topic` is one person's exchange with a channel; `thread` a topic of a forum, or a post that is commented on. */
export interface Destination extends Place {
  readonly topic?: string;
  readonly thread?: string;
}

const topicMark = ':topic:';

/** Two people's chats with one customer have the same number, which is the customer's: the connection tells them apart. */
export function placeKey({ chat, business }: Place): string {
  return business === undefined ? chat : `${business}:${chat}`;
}

/** Telegram numbers messages within a chat; together with the chat it is unique within one bot. */
export function messageKey(place: Place, messageId: string): string {
  return `${placeKey(place)}/${messageId}`;
}

export function topicKey(chat: string, topic: string): string {
  return `${chat}${topicMark}${topic}`;
}

/** The words of one person in a group; under one post of it, or in one topic, where there is such a thing. */
export function groupKey(chat: string, author: string, thread?: string): string {
  return thread === undefined ? `${chat}:${author}` : `${chat}:${thread}:${author}`;
}

/** Undefined when it is no key of ours. */
export function readMessageKey(key: string): { readonly place: Place; readonly messageId: string } | undefined {
  const found = /^(.+)\/([^/]+)$/u.exec(key);
  const [, place, messageId] = found ?? [];
  return place === undefined || messageId === undefined ? undefined : { place: readPlace(place), messageId };
}

export function readThreadKey(key: string, space: 'public' | 'private'): Destination {
  if (space === 'private') {
    const [chat, topic] = key.split(topicMark);
    return chat === undefined || topic === undefined ? readPlace(key) : { chat, topic };
  }
  const [chat = '', thread, author] = key.split(':');
  return thread === undefined || author === undefined ? { chat } : { chat, thread };
}

function readPlace(key: string): Place {
  const at = key.lastIndexOf(':');
  return at === -1 ? { chat: key } : { business: key.slice(0, at), chat: key.slice(at + 1) };
}
