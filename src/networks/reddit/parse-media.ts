import type { Attachment } from '../../domain/message/attachment.js';
import { fields, link, list, text, type Fields } from '../kit/read.js';

/** Pictures inside a comment or a gallery, and what a post points at. */
export function mediaIn(thing: Fields): Attachment[] {
  const inside = Object.values(fields(thing['media_metadata'])).map(fields).flatMap(mediaOf);
  const target = link(thing['url_overridden_by_dest']);
  if (target === undefined || inside.length > 0) return inside;
  const isPicture = text(thing['post_hint']) === 'image' || /\.(?:png|jpe?g|webp)(?:\?|$)/iu.test(target);
  return [{ type: isPicture ? 'image' : 'link', url: target }];
}

function mediaOf(media: Fields): Attachment[] {
  const source = fields(media['s']);
  const shown =
    link(source['u']) ??
    link(source['gif']) ??
    list(media['p'])
      .map((one) => link(fields(one)['u']))
      .at(-1);
  if (shown === undefined) return [];
  return [{ type: text(media['e']) === 'AnimatedImage' ? 'gif' : 'image', url: shown }];
}
