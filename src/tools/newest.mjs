import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** When something under these paths last changed, in milliseconds; 0 for what does not exist. Folders count: they change when a file goes. */
export function newest(...paths) {
  return Math.max(0, ...paths.map(newestOf));
}

function newestOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, newest(...readdirSync(path).map((name) => join(path, name))));
}
