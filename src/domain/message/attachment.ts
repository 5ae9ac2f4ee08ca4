export const attachmentTypes = [
  'image',
  'video',
  'audio',
  'voice',
  'gif',
  'sticker',
  'file',
  'link',
  'location',
  'contact',
  'unsupported',
] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

const files: readonly AttachmentType[] = ['image', 'video', 'audio', 'voice', 'gif', 'sticker', 'file'];

/** Can it be kept as a file of ours? The rest is shown as a link or in words. */
export function isFile(type: AttachmentType): boolean {
  return files.includes(type);
}

/**
 * Something that came with a message. `url` is where the network serves it (often signed and short-lived);
 * `ref` is a network's own handle where there is no address (Telegram's file_id). Sizes are bytes.
 */
export interface Attachment {
  readonly type: AttachmentType;
  readonly url?: string;
  readonly ref?: string;
  readonly name?: string;
  readonly mime?: string;
  readonly size?: number;
  /** What it says or shows: a link's title, an image's alternative text, a sticker's emoji. */
  readonly title?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** What a file is to those who see it, by its media type. */
export function typeOfMime(mime: string): AttachmentType {
  const [kind] = mime.split('/');
  if (mime === 'image/gif') return 'gif';
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
}
