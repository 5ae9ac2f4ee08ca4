import type { Attachment, AttachmentType } from '../../domain/message/attachment.js';
import { fields, link, list, text, type Fields } from '../kit/read.js';

const types: Readonly<Record<string, AttachmentType>> = {
  image: 'image',
  video: 'video',
  gifv: 'gif',
  audio: 'audio',
};

/** The media of a status, its poll (which has no other place) and its link preview. */
export function attachmentsOf(status: Fields): Attachment[] {
  return [
    ...list(status['media_attachments']).map((media) => mediaOf(fields(media))),
    ...pollOf(fields(status['poll'])),
    ...cardOf(fields(status['card'])),
  ];
}

function mediaOf(media: Fields): Attachment {
  // `url` is null while a server still processes it or when it has purged its copy; the origin's stays.
  const url = link(media['url']) ?? link(media['remote_url']);
  const title = text(media['description']);
  return {
    type: url === undefined ? 'unsupported' : (types[text(media['type']) ?? ''] ?? 'file'),
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
  };
}

function pollOf(poll: Fields): Attachment[] {
  const options = list(poll['options']).flatMap((option) => text(fields(option)['title']) ?? []);
  return options.length === 0 ? [] : [{ type: 'unsupported', name: 'poll', title: options.join(' / ') }];
}

function cardOf(card: Fields): Attachment[] {
  const url = link(card['url']);
  const title = text(card['title']);
  return url === undefined ? [] : [{ type: 'link', url, ...(title === undefined ? {} : { title }) }];
}
