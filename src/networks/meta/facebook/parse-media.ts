import type { Attachment, AttachmentType } from '../../../domain/message/attachment.js';
import { fields, link, list, record, text, type Fields } from '../../kit/read.js';
import { words } from '../graph/words.js';

const mostPictures = 40;

/** Files of a change: addresses in a webhook call, `attachment` or `attachments` in what the Graph API was asked for. */
export function attachmentsOf(value: Fields, item = ''): Attachment[] {
  const read = [
    ...[value['attachment'], ...list(fields(value['attachments'])['data'])].flatMap((one) => storyAttachments(one)),
  ];
  return (read.length > 0 ? read : addressesOf(value, item)).slice(0, mostPictures);
}

function addressesOf(value: Fields, item: string): Attachment[] {
  const url = link(value['link']);
  const photos = [value['photo'], ...list(value['photos'])].flatMap((photo) => link(photo) ?? []);
  const videos = [value['video'], ...list(value['videos'])].flatMap((video) => link(video) ?? []);
  const files = [
    ...[...new Set(photos)].map((photo): Attachment => ({ type: 'image', url: photo })),
    ...[...new Set(videos)].map((video): Attachment => ({ type: 'video', url: video })),
  ];
  // Beside a photo, and in an item that is one, the link is that photo's address.
  if (url === undefined || files.length > 0) return files;
  const type = item === 'photo' ? 'image' : item === 'video' ? 'video' : 'link';
  return [{ type, url }];
}

/** developers.facebook.com/docs/graph-api/reference/story-attachment; an album has the rest of its pictures below. */
function storyAttachments(value: unknown): Attachment[] {
  const attachment = record(value);
  if (attachment === undefined) return [];
  const below = list(fields(attachment['subattachments'])['data']);
  return below.length > 0 ? below.flatMap((one) => storyAttachments(one)) : [storyAttachment(attachment)];
}

function storyAttachment(attachment: Fields): Attachment {
  const kind = text(attachment['type']) ?? text(attachment['media_type']) ?? '';
  const type = typeOf(kind);
  const media = fields(attachment['media']);
  const picture = link(fields(media['image'])['src']);
  const page = link(attachment['url']) ?? link(attachment['unshimmed_url']);
  const url = addressOf(type, { picture, page, film: link(media['source']) });
  const title = words(attachment['title']) ?? words(attachment['description']);
  return { type, ...(url === undefined ? {} : { url }), ...(title === undefined ? {} : { title }) };
}

function addressOf(
  type: AttachmentType,
  of: { readonly picture: string | undefined; readonly page: string | undefined; readonly film: string | undefined },
): string | undefined {
  if (type === 'link' || type === 'unsupported') return of.page;
  return (type === 'video' ? of.film : of.picture) ?? of.picture ?? of.page;
}

function typeOf(kind: string): AttachmentType {
  if (kind.startsWith('animated_image')) return 'gif';
  if (kind.startsWith('video')) return 'video';
  if (kind === 'sticker') return 'sticker';
  if (/photo|album|image|cover|profile_media/u.test(kind)) return 'image';
  return /share|link|external/u.test(kind) ? 'link' : 'unsupported';
}
