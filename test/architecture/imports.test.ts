import { spawnSync } from 'node:child_process';
import { basename, join, resolve } from 'node:path';

/** A check that nobody has seen fail is no check: samples/imports holds, for every rule, a file named after it that breaks it. */
const root = resolve(__dirname, '../..');
const samples = join(__dirname, 'samples/imports');

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}
interface Rules {
  readonly forbidden: readonly { readonly name: string }[];
}

function violationsIn(folder: string, ...paths: string[]): readonly Violation[] {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = join(root, 'config/dependency-cruiser.cjs');
  const args = [cruiser, '--config', config, '--output-type', 'json', ...paths];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout).summary.violations;
}

const { forbidden }: Rules = jest.requireActual('../../config/dependency-cruiser.cjs');
const found = violationsIn(samples, 'src', 'web');

it.each(forbidden.map(({ name }) => name))('%s: is broken by its sample', (name) => {
  const broken = found.filter(({ rule }) => rule.name === name).map(({ from }) => basename(from));
  expect(broken).toContain(`breaks-${name}.ts`);
});

it('every sample breaks its own rule and no other', () => {
  const others = found.filter(({ from, rule }) => basename(from) !== `breaks-${rule.name}.ts`);
  expect(others.map(({ from, rule }) => `${from} breaks ${rule.name}`)).toEqual([]);
});
