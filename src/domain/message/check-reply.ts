import { Refusal } from '../refusal.js';
import { textLength, type TextUnit } from './text-length.js';

/** What a way asks of a reply; sizes in bytes, the length in the network's own unit. */
export interface ReplyLimits {
  readonly maxLength: number;
  readonly unit: TextUnit;
  readonly maxFiles: number;
  readonly maxFileBytes: number;
  readonly textWithFiles: boolean;
}

/** Throws a Refusal for a reply that the network would not take as it is. `asked`: how many files it names. */
export function checkReply(
  limits: ReplyLimits,
  reply: { readonly text: string; readonly files: readonly { readonly size: number }[]; readonly asked: number },
): void {
  const { text, files, asked } = reply;
  const isSilent = text.trim() === '';
  if (isSilent && asked === 0) throw new Refusal('reply.empty', {});
  const length = textLength(text, limits.unit);
  if (length > limits.maxLength) throw new Refusal('reply.too-long', { length, max: limits.maxLength });
  if (files.length < asked) throw new Refusal('not-found', { what: 'file' });
  const mostFiles = !isSilent && !limits.textWithFiles ? 0 : limits.maxFiles;
  if (asked > mostFiles) throw new Refusal('reply.files', { max: mostFiles });
  if (files.some(({ size }) => size > limits.maxFileBytes)) {
    throw new Refusal('file.too-large', { maxBytes: limits.maxFileBytes });
  }
}
