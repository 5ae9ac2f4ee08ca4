import { id } from '../../kit/read.js';

/** What somebody wrote. Half a surrogate pair or a NUL, which JSON can carry, cannot be stored as text. */
export function words(value: unknown): string | undefined {
  const read = id(value)?.toWellFormed().replaceAll('\0', '');
  return read === '' ? undefined : read;
}
