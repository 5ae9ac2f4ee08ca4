import type { Attachment, AttachmentType } from '../../domain/message/attachment.js';
import { present } from '../kit/present.js';
import { fields, link, list, number, text, type Fields } from '../kit/read.js';

const types: Readonly<Record<string, AttachmentType>> = { photo: 'image', video: 'video', animated_gif: 'gif' };
const privateMedia = /\/dm\/(\d+)\/(\d+)\/([^/?#]+)/u;

/** A Media of either version. Of a video the best edition; what has no address is at least named. */
export function mediaOf(value: unknown): Attachment {
  const media = fields(value);
  const type = types[text(media['type']) ?? ''];
  const url = addressOf(media);
  const preview = link(media['preview_image_url']);
  const words = present({ title: text(media['alt_text']) ?? text(media['ext_alt_text']) });
  const ref = refOf(url ?? preview ?? '');
  if (ref !== undefined) return { type: type ?? 'file', ref, ...words };
  if (url !== undefined) return { type: type ?? 'link', url, ...words };
  if (preview !== undefined) return { type: 'image', url: preview, ...words };
  return { type: 'unsupported', ...words, ...present({ name: text(media['type']) }) };
}

function addressOf(media: Fields): string | undefined {
  return bestVariant(media) ?? link(media['media_url_https']) ?? pictureOf(media['url']);
}

/** Pictures of private messages are given out to the account only. */
function refOf(url: string): string | undefined {
  return url.includes('//ton.') ? privateMedia.exec(url)?.slice(1).join('/') : undefined;
}

/** Of the API before, `url` is a short address of the post. */
function pictureOf(value: unknown): string | undefined {
  const url = link(value);
  return url === undefined || url.startsWith('https://t.co/') ? undefined : url;
}

function bestVariant(media: Fields): string | undefined {
  const variants = [...list(media['variants']), ...list(fields(media['video_info'])['variants'])].map(fields);
  const films = variants.filter((one) => text(one['content_type']) === 'video/mp4');
  const rate = (one: Fields): number => number(one['bit_rate']) ?? number(one['bitrate']) ?? 0;
  return link([...films].sort((a, b) => rate(b) - rate(a))[0]?.['url']);
}
