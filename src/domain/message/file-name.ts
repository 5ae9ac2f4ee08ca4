import type { AttachmentType } from './attachment.js';

const usual: Readonly<Partial<Record<AttachmentType, string>>> = {
  image: 'image/jpeg',
  gif: 'image/gif',
  sticker: 'image/webp',
  video: 'video/mp4',
  audio: 'audio/mpeg',
  voice: 'audio/ogg',
};
const plain = /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/;

/** The media type that was told, without its parameters; else what such a thing usually is. */
export function mimeOf(type: AttachmentType, told: string | undefined): string {
  const bare = told?.split(';')[0]?.trim().toLowerCase() ?? '';
  const says = plain.test(bare) && bare !== 'application/octet-stream';
  return says ? bare : (usual[type] ?? 'application/octet-stream');
}

const longestName = 100;
// Letters, digits and a few signs: nothing that ends a header, names a folder or hides an ending.
const unsafe = /[^\p{L}\p{N} ._()-]+/gu;

/** A name that is safe in a header and on a disk; made up from the media type where none was told. */
export function safeName(name: string | undefined, mime: string): string {
  const kept = (name ?? '')
    .normalize('NFC')
    .replace(unsafe, '_')
    .replace(/^[. ]+/, '')
    .slice(-longestName);
  return kept === '' ? `file.${mime.split('/')[1]?.replace(/[^a-z0-9]/g, '') ?? 'bin'}` : kept;
}
