import type { Attachment, AttachmentType } from '../../../domain/message/attachment.js';
import { given } from '../../kit/given.js';
import { fields, link, list, text, type Fields } from '../../kit/read.js';
import { words } from '../graph/words.js';

const mostFiles = 20;
const types: Readonly<Record<string, AttachmentType>> = { IMAGE: 'image', VIDEO: 'video', AUDIO: 'audio' };

export function attachmentsOf(value: Fields): Attachment[] {
  const children = list(fields(value['children'])['data']).map(fields);
  const parts = children.length > 0 ? children : [value];
  const gif = link(value['gif_url']);
  const files = parts.flatMap(fileOf);
  return [...files, ...(gif === undefined ? [] : [{ type: 'gif' as const, url: gif }])].slice(0, mostFiles);
}

function fileOf(part: Fields): Attachment[] {
  const url = link(part['media_url']);
  if (url === undefined) return [];
  const kind = text(part['media_type']) ?? 'IMAGE';
  const type = (Object.hasOwn(types, kind) ? types[kind] : undefined) ?? 'image';
  return [{ type, url, ...given('title', words(part['alt_text'])) }];
}

/** Webhooks name the type of a picture or a film, and not where it is. */
export function isWhole(value: Fields): boolean {
  const type = text(value['media_type']) ?? 'TEXT_POST';
  const isText = type === 'TEXT_POST' || type === 'TEXT';
  return isText
    ? words(value['text']) !== undefined || link(value['gif_url']) !== undefined
    : attachmentsOf(value).length > 0;
}
