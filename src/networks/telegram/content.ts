import type { AttachmentType } from '../../domain/message/attachment.js';
import type { OutboundFile, OutboundMessage } from '../kit/outbound.js';
import type { Call } from './call.js';
import { whereTo, type Target } from './destination.js';
import { refusal } from './failures.js';

export const maxText = 4096;
const maxCaption = 1024;
export const maxFiles = 10;
export const maxFileBytes = 50 * 1024 * 1024;
const maxPhotoBytes = 10 * 1024 * 1024;
const uploadTimeoutMs = 120_000;

/** How a kind of file is sent alone, and what it is called in an album. */
interface Way {
  readonly method: string;
  readonly field: string;
  readonly inAlbum: 'photo' | 'video' | 'audio' | 'document';
}

const asDocument: Way = { method: 'sendDocument', field: 'document', inAlbum: 'document' };
const ways: Readonly<Partial<Record<AttachmentType, Way>>> = {
  image: { method: 'sendPhoto', field: 'photo', inAlbum: 'photo' },
  video: { method: 'sendVideo', field: 'video', inAlbum: 'video' },
  audio: { method: 'sendAudio', field: 'audio', inAlbum: 'audio' },
  voice: { method: 'sendVoice', field: 'voice', inAlbum: 'audio' },
  gif: { method: 'sendAnimation', field: 'animation', inAlbum: 'document' },
};
const photoMimes = ['image/jpeg', 'image/png', 'image/webp'];

/** Throws `SendFailure` for what Telegram is known to refuse; nothing has been sent then. */
export function contentOf(message: OutboundMessage): void {
  const limit = message.files.length > 0 ? maxCaption : maxText;
  if (message.text.length > limit) {
    throw refusal('too-long', `at most ${limit} characters${message.files.length > 0 ? ' with an attachment' : ''}`);
  }
  if (message.files.length > maxFiles) throw refusal('too-many-files', `at most ${maxFiles} attachments`);
  if (message.files.some((file) => file.bytes.length > maxFileBytes)) {
    throw refusal('file-too-big', `at most ${maxFileBytes / 1024 / 1024} MB for each attachment`);
  }
}

/** The call that sends the message there. Text goes as it is, without any markup. */
export function callFor(message: OutboundMessage, target: Target): Call {
  const [first, ...others] = message.files;
  if (first === undefined) return { method: 'sendMessage', params: { ...whereTo(target), text: message.text } };
  const caption = message.text === '' ? {} : { caption: message.text };
  if (others.length > 0) return album(message, { ...whereTo(target) }, caption);
  const { method, field } = wayOf(first);
  const params = form({ ...whereTo(target), ...caption });
  params.append(field, blobOf(first), first.name);
  return { method, params, timeoutMs: uploadTimeoutMs };
}

/** Pictures and films go together; sounds and documents only with their like, so a mixture goes as documents. */
function album(
  { files }: OutboundMessage,
  where: Readonly<Record<string, unknown>>,
  caption: { readonly caption?: string },
): Call {
  const kinds = files.map((file) => wayOf(file).inAlbum);
  const isVisual = kinds.every((kind) => kind === 'photo' || kind === 'video');
  const isSound = kinds.every((kind) => kind === 'audio');
  const media = kinds.map((kind, index) => ({
    type: isVisual || isSound ? kind : 'document',
    media: `attach://file${index}`,
    ...(index === 0 ? caption : {}),
  }));
  const params = form({ ...where, media });
  files.forEach((file, index) => params.append(`file${index}`, blobOf(file), file.name));
  return { method: 'sendMediaGroup', params, timeoutMs: uploadTimeoutMs };
}

function wayOf(file: OutboundFile): Way {
  const isPhoto = photoMimes.includes(file.mime) && file.bytes.length <= maxPhotoBytes;
  if (file.type === 'image' && !isPhoto) return asDocument;
  return ways[file.type] ?? asDocument;
}

function form(params: Readonly<Record<string, unknown>>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(params)) {
    body.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return body;
}

function blobOf(file: OutboundFile): Blob {
  return new Blob([new Uint8Array(file.bytes)], { type: file.mime });
}
