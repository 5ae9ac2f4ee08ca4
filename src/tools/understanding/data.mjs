import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One JSON object a line; nothing when there is no such file. */
export function read(folder, name) {
  const path = join(folder, name);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/**
 * What is learnt from and what is asked about: `<name>.test.jsonl` where there is one, else the part that is given, else one
 * text of six, by its own letters, so that the split is the same everywhere.
 */
export function parts(folder, name, { train, test = null }) {
  const rows = read(folder, train);
  const unseen = read(folder, `${name}.test.jsonl`);
  if (unseen.length > 0) return { train: rows, test: unseen };
  if (test !== null) return { train: rows, test: read(folder, test) };
  return {
    train: rows.filter(({ text }) => spread(text) % 6 !== 0),
    test: rows.filter(({ text }) => spread(text) % 6 === 0),
  };
}

export function spread(text) {
  let hash = 2_166_136_261;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 16_777_619);
  return (hash ^ (hash >>> 15)) >>> 0;
}
