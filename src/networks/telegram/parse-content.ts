import type { Attachment, AttachmentType } from '../../domain/message/attachment.js';
import { fields, id, link, list, number, record, text, type Fields } from '../kit/read.js';

const fileKinds: Readonly<Record<string, AttachmentType>> = {
  animation: 'gif',
  video: 'video',
  video_note: 'video',
  voice: 'voice',
  audio: 'audio',
  sticker: 'sticker',
  document: 'file',
};

// Said by a person, but with no form of ours: the agent sees that something came, and reads it in Telegram.
const unsupportedKinds = ['poll', 'story', 'game', 'invoice', 'paid_media', 'live_photo', 'checklist', 'gift'];

const mostLinks = 10;
const deepest = 12;

export function wordsOf(message: Fields): string {
  const plain = text(message['text']) ?? text(message['caption']) ?? text(fields(message['dice'])['emoji']);
  return plain ?? richWords(message['rich_message'], 0).join('\n');
}

export function attachmentsOf(message: Fields): Attachment[] {
  return [
    ...photosOf(message),
    ...filesOf(message),
    ...placesOf(message),
    ...unsupportedOf(message),
    ...linksOf(message),
  ];
}

/** Formatted text of Bot API 10: blocks within blocks, whose words are under `text`. */
function richWords(value: unknown, depth: number): string[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((part) => richWords(part, depth + 1));
  return Object.entries(fields(value)).flatMap(([name, part]) => {
    const words = name === 'text' ? text(part) : undefined;
    return words === undefined ? richWords(part, depth + 1) : [words];
  });
}

/** One picture in several sizes: the largest is the one that was sent. */
function photosOf(message: Fields): Attachment[] {
  const sizes = list(message['photo']).map(fields);
  const largest = sizes.toSorted((a, b) => area(b) - area(a))[0];
  return largest === undefined ? [] : [{ type: 'image', ...handleOf(largest) }];
}

function area(size: Fields): number {
  return (number(size['width']) ?? 0) * (number(size['height']) ?? 0);
}

function filesOf(message: Fields): Attachment[] {
  const isAnimation = record(message['animation']) !== undefined;
  return Object.entries(fileKinds).flatMap(([name, type]) => {
    const file = record(message[name]);
    // An animation is told twice, for programs that do not know animations.
    if (file === undefined || (isAnimation && name === 'document')) return [];
    const title = text(file['title']) ?? text(file['emoji']);
    return [{ type, ...handleOf(file), ...(title === undefined ? {} : { title }) }];
  });
}

function handleOf(file: Fields): Omit<Attachment, 'type'> {
  const ref = text(file['file_id']);
  const name = text(file['file_name']);
  const mime = text(file['mime_type']);
  const size = number(file['file_size']);
  return {
    ...(ref === undefined ? {} : { ref }),
    ...(name === undefined ? {} : { name }),
    ...(mime === undefined ? {} : { mime }),
    ...(size === undefined || size < 0 ? {} : { size }),
  };
}

function placesOf(message: Fields): Attachment[] {
  const venue = record(message['venue']);
  const location = record(message['location']) ?? record(venue?.['location']);
  return [...(location === undefined ? [] : [pointOf(location, venue)]), ...contactsOf(message)];
}

function pointOf(location: Fields, venue: Fields | undefined): Attachment {
  const latitude = number(location['latitude']);
  const longitude = number(location['longitude']);
  const title = joined([venue?.['title'], venue?.['address']]);
  return {
    type: 'location',
    ...(latitude === undefined ? {} : { latitude }),
    ...(longitude === undefined ? {} : { longitude }),
    ...(title === undefined ? {} : { title }),
  };
}

function contactsOf(message: Fields): Attachment[] {
  const contact = record(message['contact']);
  if (contact === undefined) return [];
  const title = joined([contact['first_name'], contact['last_name'], id(contact['phone_number'])]);
  return [{ type: 'contact', ...(title === undefined ? {} : { title }) }];
}

function unsupportedOf(message: Fields): Attachment[] {
  return unsupportedKinds.flatMap((name) => {
    const content = record(message[name]);
    if (content === undefined) return [];
    return [{ type: 'unsupported', title: text(content['question']) ?? text(content['title']) ?? name }];
  });
}

/** Addresses that the text does not show. Offsets are UTF-16 units, as in JavaScript. */
function linksOf(message: Fields): Attachment[] {
  const words = text(message['text']) ?? text(message['caption']) ?? '';
  const entities = [...list(message['entities']), ...list(message['caption_entities'])].map(fields);
  const links = entities.flatMap((entity): Attachment[] => {
    const url = link(entity['url']);
    if (entity['type'] !== 'text_link' || url === undefined) return [];
    const from = number(entity['offset']) ?? 0;
    const title = text(words.slice(from, from + (number(entity['length']) ?? 0)));
    return [{ type: 'link', url, ...(title === undefined ? {} : { title }) }];
  });
  return links.slice(0, mostLinks);
}

function joined(parts: readonly unknown[]): string | undefined {
  return text(parts.flatMap((part) => text(part) ?? []).join(', '));
}
