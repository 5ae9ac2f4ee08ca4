import type { Attachment, AttachmentType } from '../../domain/message/attachment.js';
import { fields, id, link, list, number, text, type Fields } from '../kit/read.js';

/** Files need our token to be fetched, so they are named by their id; links are what they are. */
export function attachmentsOf(message: Fields): Attachment[] {
  return list(message['attachments']).map(fields).flatMap(attachmentOf);
}

function attachmentOf(one: Fields): Attachment[] {
  const type = text(one['type']);
  const fileId = id(one['id']);
  const isLink = type === 'ymodule' || type === 'link' || fileId === undefined;
  return isLink ? linkOf(one) : [{ type: typeOf(type, text(one['content_type'])), ref: fileId, ...fileFacts(one) }];
}

function linkOf(one: Fields): Attachment[] {
  const target = link(one['web_url']) ?? link(one['url']);
  const title = nameOf(one);
  return target === undefined ? [] : [{ type: 'link', url: target, ...(title === undefined ? {} : { title }) }];
}

function fileFacts(one: Fields): Pick<Attachment, 'name' | 'mime' | 'size'> {
  const [name, mime, size] = [nameOf(one), text(one['content_type']), number(one['size'])];
  return {
    ...(name === undefined ? {} : { name }),
    ...(mime === undefined ? {} : { mime }),
    ...(size === undefined || size < 0 ? {} : { size }),
  };
}

function nameOf(one: Fields): string | undefined {
  return text(one['full_name']) ?? text(one['name']);
}

function typeOf(type: string | undefined, mime = ''): AttachmentType {
  if (type === 'image' || mime.startsWith('image/')) return mime === 'image/gif' ? 'gif' : 'image';
  return mime.startsWith('video/') ? 'video' : 'file';
}
