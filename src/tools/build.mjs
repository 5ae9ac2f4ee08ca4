import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newest } from './newest.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const inRoot = (path) => join(root, path);

/** What is built: from which paths, into which folder, by which command. */
const parts = [
  {
    name: 'server',
    from: ['src', 'migrations', '.swcrc', 'package-lock.json'],
    stamp: 'dist/server.built',
    into: ['dist/src', 'dist/migrations'],
    exists: () => true,
    run: () => compile(inRoot('dist')) && addData(),
  },
  {
    name: 'console',
    from: ['web', 'src/contract', 'src/domain', 'package-lock.json'],
    stamp: 'dist/web.built',
    into: ['dist/web'],
    exists: () => existsSync(inRoot('web/index.html')),
    run: () =>
      node('node_modules/vite/bin/vite.js', 'build', 'web', '--outDir', inRoot('dist/web'), '--logLevel', 'warn'),
  },
];

/** What is no code: the description of the HTTP interface and the first model are used as they are committed. */
const data = ['src/http/openapi.json', 'src/store/understanding/default-model.br'];

function addData() {
  for (const path of data) copyFileSync(inRoot(path), inRoot(join('dist', path)));
  return true;
}

/** Compiles src and migrations into `folder`/src and `folder`/migrations. */
export function compile(folder) {
  const left = ['**/*.test.ts', '**/fixtures/**', 'src/tools/**'].flatMap((pattern) => ['--ignore', pattern]);
  return node('node_modules/@swc/cli/bin/swc.js', 'src', 'migrations', '-d', folder, '--quiet', ...left);
}

/** Builds what is missing or older than its sources, or everything. Answers whether all went well. */
export function build({ everything = false } = {}) {
  return parts.filter((part) => part.exists() && (everything || isStale(part))).every(buildPart);
}

function isStale({ from, stamp, into }) {
  const missing = into.some((folder) => !existsSync(inRoot(folder)));
  return missing || newest(...from.map(inRoot)) > newest(inRoot(stamp));
}

function buildPart({ name, into, stamp, run }) {
  // Noted before: what changes while it is being built is newer than what was built.
  const startedAt = new Date().toISOString();
  process.stdout.write(`Building the ${name}…\n`);
  for (const folder of into) rmSync(inRoot(folder), { recursive: true, force: true });
  if (!run()) return false;
  mkdirSync(dirname(inRoot(stamp)), { recursive: true });
  writeFileSync(inRoot(stamp), startedAt);
  return true;
}

function node(...args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = build({ everything: true }) ? 0 : 1;
}
