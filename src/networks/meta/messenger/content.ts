import type { AttachmentType } from '../../../domain/message/attachment.js';
import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import type { OutboundFile, OutboundMessage } from '../../kit/outbound.js';
import { id } from '../../kit/read.js';
import { ask, pathOf, type Call } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { markerPrefix } from './parse-message.js';

export const maxText = 2000;
export const maxFileBytes = 25 * 1024 * 1024;
const uploadTimeoutMs = 120_000;

const kinds: Readonly<Partial<Record<AttachmentType, string>>> = {
  image: 'image',
  gif: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'audio',
};

/**
 * Words or one file, never both. Nothing is sent by this: a file is uploaded first, so that what fails there may be
 * tried again. Throws `SendFailure`.
 */
export async function contentOf(
  message: OutboundMessage,
  account: AccountAccess,
  http: Http,
): Promise<Readonly<Record<string, unknown>>> {
  const metadata = `${markerPrefix}${message.id}`;
  const [file, ...others] = message.files;
  if (message.text.length > maxText) throw refusal('too-long', `at most ${maxText} characters`);
  if (others.length > 0) throw refusal('too-many-files', 'one file for each message');
  if (file === undefined) return { text: message.text, metadata };
  if (message.text !== '') throw refusal('text-or-file', 'a message has words or a file, not both');
  const path = pathOf(account.externalId, 'message_attachments');
  const attachmentId = await upload(file, { path, account, http });
  return { attachment: { type: kindOf(file), payload: { attachment_id: attachmentId } }, metadata };
}

export function kindOf(file: OutboundFile): string {
  return kinds[file.type] ?? 'file';
}

/** The attachment's id. Throws `SendFailure`; whatever became of it, nothing has gone out. */
export async function upload(
  file: OutboundFile,
  { path, query, account, http }: Pick<Call, 'path' | 'query'> & { account: AccountAccess; http: Http },
): Promise<string> {
  const type = kindOf(file);
  if (file.bytes.length > maxFileBytes) throw refusal('file-too-big', `at most ${maxFileBytes / 1024 / 1024} MB`);
  const body = new FormData();
  body.append('message', JSON.stringify({ attachment: { type, payload: { is_reusable: true } } }));
  body.append('filedata', new Blob([new Uint8Array(file.bytes)], { type: file.mime }), file.name);
  const call = {
    method: 'POST',
    path,
    body,
    timeoutMs: uploadTimeoutMs,
    ...(query === undefined ? {} : { query }),
  } as const;
  const answer = await ask(account, http, call);
  const attachmentId = id(answer['attachment_id']);
  if (attachmentId !== undefined) return attachmentId;
  const detail = 'the upload was answered without an id';
  throw new SendFailure({ kind: 'try-again', code: 'no-attachment-id', detail });
}
