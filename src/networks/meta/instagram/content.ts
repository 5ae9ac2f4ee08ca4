import { textLength } from '../../../domain/message/text-length.js';
import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import type { OutboundMessage } from '../../kit/outbound.js';
import { pathOf } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { kindOf, maxFileBytes, upload } from '../messenger/content.js';
import { atGraph, mailbox } from './login.js';

/** Bytes of UTF-8. */
export const maxDirect = 1000;
const maxImageBytes = 8 * 1024 * 1024;

/** Words or one file, never both; a file is uploaded first. Throws `SendFailure`, and nothing has gone out. */
export async function contentOf(message: OutboundMessage, account: AccountAccess, http: Http): Promise<object> {
  const [file, ...others] = message.files;
  if (textLength(message.text, 'utf8') > maxDirect) throw refusal('too-long', `at most ${maxDirect} bytes`);
  if (others.length > 0) throw refusal('too-many-files', 'one file for each message');
  if (file === undefined) return { text: message.text };
  if (message.text !== '') throw refusal('text-or-file', 'a message has words or a file, not both');
  const type = kindOf(file);
  const most = type === 'image' ? maxImageBytes : maxFileBytes;
  if (file.bytes.length > most) throw refusal('file-too-big', `at most ${most / 1024 / 1024} MB`);
  const path = pathOf(mailbox(account), 'message_attachments');
  const at = { path, query: { platform: 'instagram' }, account: atGraph(account), http };
  return { attachment: { type, payload: { attachment_id: await upload(file, at) } } };
}
