import { readFileSync } from 'node:fs';

/**
 * npm leaves an optional package out of the lock without a word when its registry lacks that version; the next `npm ci`
 * then fails on every machine, or the machine it was meant for goes without. Names each one that is missing.
 */
const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));

function* foldersUpFrom(path) {
  for (let folder = path; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    yield `${folder}/`;
  }
  yield '';
}

const isLocked = (path, name) => [...foldersUpFrom(path)].some((folder) => packages[`${folder}node_modules/${name}`]);

const missing = Object.entries(packages).flatMap(([path, { version, optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(path, name))
    .map((name) => `${path || 'package.json'} ${version} lacks ${name}`),
);

for (const line of missing) process.stderr.write(`package-lock.json: ${line}\n`);
process.exitCode = missing.length === 0 ? 0 : 1;
