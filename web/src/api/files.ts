import { isErrorCode } from '../i18n/refusal-words.js';
import { ApiError } from './api-error.js';
import { sessionLost } from './session-lost.js';

export interface StoredFile {
  id: string;
  name: string;
  mime: string;
  size: number;
}

/** Uploads one file; the reply names it by its id. */
export async function uploadFile(file: File): Promise<StoredFile> {
  const body = new FormData();
  body.set('file', file);
  const answer = await fetch('/api/files', { method: 'POST', body }).catch((): never => {
    throw new ApiError('no-answer', {}, '', 0);
  });
  const told: unknown = await answer.json().catch(() => null);
  if (answer.ok && isStored(told)) return told;
  throw refusal(told, answer.status);
}

function isStored(value: unknown): value is StoredFile {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'size' in value;
}

function refusal(told: unknown, status: number): ApiError {
  const fields = typeof told === 'object' && told !== null ? { ...told } : {};
  const code = 'code' in fields && typeof fields.code === 'string' ? fields.code : '';
  const details = 'details' in fields && typeof fields.details === 'object' ? { ...fields.details } : {};
  if (status === 401) sessionLost.set(true);
  return new ApiError(isErrorCode(code) ? code : 'internal', details, '', status);
}
