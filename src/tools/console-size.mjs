import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, root } from './build.mjs';

/**
 * How much JavaScript a browser fetches before the inbox can be used: the entry, and the chunk of the inbox with
 * everything that these import at once, and the phrases of one language. In kB, gzip.
 */
const goal = 250;
const entry = 'index.html';
const phrases = 'src/i18n/phrases-fr.ts';
const inbox = 'src/features/inbox/inbox-screen.tsx';

if (!build()) process.exit(1);
const manifest = JSON.parse(readFileSync(join(root, 'dist/web/.vite/manifest.json'), 'utf8'));
const files = new Set();
const take = (name) => {
  const { file, imports = [] } = manifest[name];
  if (files.has(file)) return;
  files.add(file);
  imports.forEach(take);
};
take(entry);
take(inbox);
take(phrases);

const sizes = [...files].map((file) => [file, gzipSync(readFileSync(join(root, 'dist/web', file))).length / 1000]);
for (const [file, size] of sizes.toSorted((a, b) => b[1] - a[1]))
  process.stdout.write(`${size.toFixed(1).padStart(7)}  ${file}\n`);
const sum = sizes.reduce((total, [, size]) => total + size, 0);
process.stdout.write(
  `${sum.toFixed(1).padStart(7)}  initial JavaScript of the inbox, kB gzip (goal: at most ${goal})\n`,
);
