import type { Attachment, AttachmentType } from '../../../domain/message/attachment.js';
import { parseJson } from '../../../platform/json.js';
import { given } from '../../kit/given.js';
import { fields, flag, id, link, list, number, record, text, type Fields } from '../../kit/read.js';
import { words } from '../graph/words.js';

export interface Content {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

const media: Readonly<Record<string, AttachmentType>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'voice',
  document: 'file',
  sticker: 'sticker',
};
const mostContacts = 40;

/** What a message says, by its type; a type that is new is shown as something that WhatsApp does not pass on. */
export function contentOf(message: Fields): Content {
  const said = saidIn(message);
  const attachments = [...filesOf(message), ...referralOf(message)];
  const isNothing = said === undefined && attachments.length === 0;
  return { text: said ?? '', attachments: isNothing ? [{ type: 'unsupported' }] : attachments };
}

function saidIn(message: Fields): string | undefined {
  const type = text(message['type']) ?? 'text';
  const part = fields(message[type]);
  switch (type) {
    case 'button':
      return words(part['text']) ?? words(part['payload']);
    case 'interactive':
      return interactive(part);
    case 'order':
      return order(part);
    case 'text':
      return words(part['body']);
    default:
      return words(part['caption']);
  }
}

function interactive(part: Fields): string | undefined {
  const reply = record(part['button_reply']) ?? record(part['list_reply']);
  if (reply !== undefined) return lines([reply['title'], reply['description']]) ?? words(reply['id']);
  const form = record(part['nfm_reply']);
  if (form !== undefined) return lines([form['body'], ...answersIn(form['response_json'])]);
  return words(fields(part['call_permission_reply'])['response']);
}

/** The answers of a form are JSON within a text. */
function answersIn(json: unknown): string[] {
  const answers = Object.entries(fields(typeof json === 'string' ? parsed(json) : json));
  return answers
    .filter(([name]) => name !== 'flow_token')
    .map(([name, value]) => `${name}: ${words(value) ?? JSON.stringify(value)}`);
}

function parsed(json: string): unknown {
  try {
    return parseJson(json);
  } catch {
    // Not what it should be: shown as it is.
    return { answer: json };
  }
}

function order(part: Fields): string | undefined {
  const items = list(part['product_items']).map(fields);
  const listed = items.map((item) => {
    const price = [id(item['item_price']), id(item['currency'])].filter((one) => one !== undefined).join(' ');
    return `${id(item['quantity']) ?? '1'} × ${words(item['product_retailer_id']) ?? '?'}${price === '' ? '' : ` (${price})`}`;
  });
  return lines([part['text'], ...listed]);
}

function lines(parts: readonly unknown[]): string | undefined {
  const said = parts.flatMap((part) => words(part) ?? []).join('\n');
  return said === '' ? undefined : said;
}

function filesOf(message: Fields): Attachment[] {
  const type = text(message['type']) ?? '';
  if (type === 'location') return [location(fields(message['location']))];
  if (type === 'contacts') return list(message['contacts']).slice(0, mostContacts).map(fields).map(contact);
  const kind = Object.hasOwn(media, type) ? media[type] : undefined;
  const file = record(message[type]);
  return kind === undefined || file === undefined ? [] : [fileOf(kind, file)];
}

function fileOf(kind: AttachmentType, file: Fields): Attachment {
  const mime = text(text(file['mime_type'])?.split(';')[0]?.trim());
  return {
    type: kind === 'audio' && flag(file['voice']) === true ? 'voice' : kind,
    // Its address lives for minutes and needs our token: the file is fetched by its id.
    ...given('ref', id(file['id'])),
    ...given('name', words(file['filename'])),
    ...given('mime', mime),
  };
}

function location(point: Fields): Attachment {
  const title = [words(point['name']), words(point['address'])].filter((one) => one !== undefined).join(', ');
  return {
    type: 'location',
    ...given('latitude', number(point['latitude'])),
    ...given('longitude', number(point['longitude'])),
    ...given('title', title === '' ? undefined : title),
    ...given('url', link(point['url'])),
  };
}

function contact(card: Fields): Attachment {
  const name = fields(card['name']);
  const whole = words(name['formatted_name']) ?? words(name['first_name']);
  const phones = list(card['phones']).flatMap((phone) => words(fields(phone)['phone']) ?? []);
  const title = [whole, ...phones].filter((one) => one !== undefined).join(', ');
  return { type: 'contact', ...given('title', title === '' ? undefined : title) };
}

/** The advertisement or post that the message was written from. */
function referralOf(message: Fields): Attachment[] {
  const referral = record(message['referral']);
  if (referral === undefined) return [];
  const url = link(referral['source_url']) ?? link(referral['image_url']) ?? link(referral['thumbnail_url']);
  const title = words(referral['headline']) ?? words(referral['body']);
  if (url === undefined && title === undefined) return [];
  return [{ type: 'link', ...given('url', url), ...given('title', title) }];
}
