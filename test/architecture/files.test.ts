import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const sources = globSync(['src/**/*.ts', 'migrations/*.ts', 'web/src/**/*.{ts,tsx}'], { cwd: root });

/** The map of the code: a folder that is not on it has no rule about who may import it. */
const map = [
  'actions',
  'contract',
  'demo',
  'domain',
  'http',
  'jobs',
  'live',
  'networks',
  'platform',
  'simulator',
  'store',
  'tools',
];

it('has no folder that is not on the map', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !map.includes(name))).toEqual([]);
});

it('names files in kebab-case, with the kind of thing after a dot', () => {
  const wellNamed =
    /^[a-z0-9]+(-[a-z0-9]+)*(\.(store|view|module|controller|dto|guard|pipe|filter|gateway|adapter))?(\.test|\.d)?\.tsx?$/;
  expect(sources.filter((path) => !wellNamed.test(basename(path)))).toEqual([]);
});

it('keeps the median file under 80 lines of code', () => {
  const lengths = sources
    .filter((path) => !path.includes('.test.'))
    .map((path) => readFileSync(join(root, path), 'utf8').split('\n').filter(isCode).length)
    .sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
});

function isCode(line: string): boolean {
  return !/^\s*(\/\/|\/?\*|$)/.test(line);
}
