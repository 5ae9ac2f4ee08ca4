import type { Attachment, AttachmentType } from '../../../domain/message/attachment.js';
import { fields, id, link, list, number, record, text, type Fields } from '../../kit/read.js';
import { words } from '../graph/words.js';

const types: Readonly<Record<string, AttachmentType>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  file: 'file',
  sticker: 'sticker',
  fallback: 'link',
  share: 'link',
  link: 'link',
  post: 'link',
  ig_post: 'link',
  reel: 'video',
  ig_reel: 'video',
  story: 'link',
  ig_story: 'link',
  // Not to be kept once the story is over, so no file of ours.
  story_mention: 'link',
  media: 'image',
  like_heart: 'sticker',
  location: 'location',
  template: 'link',
};
const thumbs = ['369239263222822', '369239343222814', '369239383222810'];
const most = 40;

/** What came with a message; a message with neither words nor this is one that Meta does not pass on. */
export function attachmentsOf(message: Fields): Attachment[] {
  const stickerId = id(message['sticker_id']);
  const read = list(message['attachments']).flatMap((one) => {
    const attachment = record(one);
    return attachment === undefined ? [] : attachmentsIn(attachment, stickerId);
  });
  return [...once(read), ...storyOf(message), ...advertisementOf(message)].slice(0, most);
}

function attachmentsIn(attachment: Fields, stickerId: string | undefined): Attachment[] {
  const payload = fields(attachment['payload']);
  const products = list(fields(payload['product'])['elements']).map(fields);
  if (products.length > 0) return products.map(productOf);
  const sticker = id(payload['sticker_id']) ?? stickerId;
  // Until August 2026 a sticker came as a picture with a number, and for a while as both.
  const kind = sticker === undefined ? (text(attachment['type']) ?? '') : 'sticker';
  const type = (Object.hasOwn(types, kind) ? types[kind] : undefined) ?? 'unsupported';
  return type === 'location' ? [pointOf(attachment, payload)] : [plainOf(type, { attachment, payload, sticker })];
}

function plainOf(
  type: AttachmentType,
  of: { readonly attachment: Fields; readonly payload: Fields; readonly sticker: string | undefined },
): Attachment {
  const { attachment, payload } = of;
  const url = [payload['url'], attachment['url'], attachment['URL'], payload['src']].map(link).find((one) => one);
  const name = text(attachment['name']) ?? text(payload['name']);
  const mime = text(attachment['mime_type']);
  const size = number(attachment['size']);
  const title = titleOf(attachment, payload, of.sticker);
  return {
    type,
    ...(url === undefined ? {} : { url }),
    ...(name === undefined ? {} : { name }),
    ...(mime === undefined ? {} : { mime }),
    ...(size === undefined || size < 0 ? {} : { size }),
    ...(title === undefined ? {} : { title }),
  };
}

/** A template of ours in an echo says its words in `text` or in its first element. */
function titleOf(attachment: Fields, payload: Fields, sticker: string | undefined): string | undefined {
  if (sticker !== undefined) return thumbs.includes(sticker) ? '👍' : undefined;
  const element = fields(list(payload['elements'])[0]);
  return words(attachment['title']) ?? words(payload['title']) ?? words(payload['text']) ?? words(element['title']);
}

function pointOf(attachment: Fields, payload: Fields): Attachment {
  const at = fields(payload['coordinates']);
  const latitude = number(at['lat']) ?? number(at['latitude']);
  const longitude = number(at['long']) ?? number(at['longitude']);
  const title = words(attachment['title']);
  return {
    type: 'location',
    ...(latitude === undefined ? {} : { latitude }),
    ...(longitude === undefined ? {} : { longitude }),
    ...(title === undefined ? {} : { title }),
  };
}

function productOf(product: Fields): Attachment {
  const url = link(product['url']) ?? link(product['image_url']);
  const title = [product['title'], product['subtitle']].flatMap((one) => words(one) ?? []).join(', ');
  return { type: 'link', ...(url === undefined ? {} : { url }), ...(title === '' ? {} : { title }) };
}

/** A story of ours that the message answers. */
function storyOf(message: Fields): Attachment[] {
  const story = record(fields(message['reply_to'])['story']);
  if (story === undefined) return [];
  const url = link(story['url']);
  return [{ type: 'link', title: 'story', ...(url === undefined ? {} : { url }) }];
}

/** The advertisement or the product that the message was written from. */
function advertisementOf(message: Fields): Attachment[] {
  const referral = fields(message['referral']);
  const context = fields(referral['ads_context_data']);
  const title = words(context['ad_title']) ?? id(fields(referral['product'])['id']);
  const url = [context['photo_url'], context['video_url'], referral['referer_uri']].map(link).find((one) => one);
  if (title === undefined && url === undefined) return [];
  return [{ type: 'link', ...(url === undefined ? {} : { url }), ...(title === undefined ? {} : { title }) }];
}

function once(read: readonly Attachment[]): Attachment[] {
  const stickers = new Set(read.flatMap((one) => (one.type === 'sticker' && one.url !== undefined ? [one.url] : [])));
  const seen = new Set<string>();
  return read.filter((one) => {
    if (one.url === undefined || !stickers.has(one.url)) return true;
    const isFirst = !seen.has(one.url);
    seen.add(one.url);
    return isFirst;
  });
}
