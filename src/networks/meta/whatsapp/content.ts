import type { AttachmentType } from '../../../domain/message/attachment.js';
import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import type { OutboundFile, OutboundMessage } from '../../kit/outbound.js';
import { id } from '../../kit/read.js';
import { pathOf } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { ask } from './call.js';
import { templateContent } from './templates.js';

const megabyte = 1024 * 1024;
export const maxFileBytes = 100 * megabyte;
const maxCaption = 1024;
const uploadTimeoutMs = 120_000;

interface Kind {
  readonly type: string;
  readonly most: number;
  readonly mimes: RegExp;
}

const kinds: Readonly<Partial<Record<AttachmentType, Kind>>> = {
  image: { type: 'image', most: 5 * megabyte, mimes: /^image\/(?:jpeg|png)$/u },
  video: { type: 'video', most: 16 * megabyte, mimes: /^video\/(?:mp4|3gpp?)$/u },
  audio: { type: 'audio', most: 16 * megabyte, mimes: /^audio\/(?:aac|amr|mpeg|mp4|ogg)/u },
};
const document: Kind = { type: 'document', most: maxFileBytes, mimes: /./u };

/** Nothing is sent by this: a file is uploaded first, so that what fails there may be tried again. Throws `SendFailure`. */
export async function contentOf(message: OutboundMessage, account: AccountAccess, http: Http): Promise<object> {
  if (message.template !== undefined) return templateContent(message.template);
  const [file, ...others] = message.files;
  if (others.length > 0) throw refusal('too-many-files', 'one file for each message');
  if (file === undefined) return { type: 'text', text: { body: message.text, preview_url: false } };
  const { type, most } = kindOf(file);
  if (file.bytes.length > most) throw refusal('file-too-big', `at most ${most / megabyte} MB`);
  if (message.text.length > maxCaption)
    throw refusal('caption-too-long', `at most ${maxCaption} characters beside a file`);
  if (message.text !== '' && type === 'audio') throw refusal('text-or-file', 'a recording has no words beside it');
  const mediaId = await upload(file, account, http);
  const caption = message.text === '' ? {} : { caption: message.text };
  const filename = type === 'document' ? { filename: file.name } : {};
  return { type, [type]: { id: mediaId, ...caption, ...filename } };
}

/** What WhatsApp shows as nothing else goes as a document. */
function kindOf(file: OutboundFile): Kind {
  const wanted = kinds[file.type === 'voice' ? 'audio' : file.type];
  return wanted?.mimes.test(file.mime) === true ? wanted : document;
}

async function upload(file: OutboundFile, account: AccountAccess, http: Http): Promise<string> {
  const body = new FormData();
  body.append('messaging_product', 'whatsapp');
  body.append('type', file.mime);
  body.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.mime }), file.name);
  const path = pathOf(account.externalId, 'media');
  const answer = await ask(account, http, { method: 'POST', path, body, timeoutMs: uploadTimeoutMs });
  const mediaId = id(answer['id']);
  if (mediaId !== undefined) return mediaId;
  throw new SendFailure({ kind: 'try-again', code: 'no-media-id', detail: 'the upload was answered without an id' });
}
