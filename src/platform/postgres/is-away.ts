import { errorCode } from '../error-code.js';

/** Codes of Node and of PostgreSQL (classes 08, 53 and 57) that say: not now, and nothing was done. */
const away = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|ENOTFOUND|EAI_AGAIN|08\w{3}|53\w{3}|57P0[1-5]|57014)$/;
/** What the driver says without a code. */
const words = /connection terminated|timeout exceeded when trying to connect|connection ended|not queryable/i;

/** Did it fail because the database could not be asked, or not in time? */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if (away.test(errorCode(error) ?? '')) return true;
  return 'message' in error && typeof error.message === 'string' && words.test(error.message);
}

/** Values that no text or number of the database can hold (class 22): whoever sent them is wrong, not we. */
export function isUnstorable(error: unknown): boolean {
  return /^22\w{3}$/.test(errorCode(error) ?? '');
}
