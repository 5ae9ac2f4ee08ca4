import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

jest.setTimeout(60_000);

/** The first line of each file in samples/lint names the rule that the file breaks, and for some what it says. */
const root = resolve(__dirname, '../..');
const samples = join(__dirname, 'samples/lint');

interface Result {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

function eslint(args: readonly string[], input = ''): string {
  const command = [join(root, 'node_modules/eslint/bin/eslint.js'), '-c', join(root, 'eslint.config.mjs'), ...args];
  const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: samples, encoding: 'utf8', input });
  if (stdout === '') throw new Error(stderr);
  return stdout;
}

const said = ({ messages }: Result): string[] => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
const results: Result[] = JSON.parse(eslint(['--format', 'json', 'src', 'web']));
const expectations = results.map((result) => ({
  file: relative(samples, result.filePath),
  said: said(result),
  expected: readFileSync(result.filePath, 'utf8').split('\n', 1).join('').replace('// ', ''),
}));

it.each(expectations)('$file breaks one rule, $expected', (sample) => {
  const [rule = '', words = ''] = sample.expected.split(': ');
  expect(sample.said).toEqual([expect.stringContaining(`${rule}: `)]);
  expect(sample.said).toEqual([expect.stringContaining(words)]);
});

it('has a sample for each piece of syntax that is restricted', () => {
  const { rules } = JSON.parse(eslint(['--print-config', 'src/domain/any.ts']));
  const [, ...restrictions]: { message: string }[] = rules['no-restricted-syntax'];
  const shown = expectations.flatMap(({ said: words }) => words).join('\n');
  expect(restrictions.filter(({ message }) => !shown.includes(message))).toEqual([]);
});

it.each([
  ['max-lines', 301, (line: number) => `export const n${line} = ${line};`],
  ['max-lines-per-function', 41, (line: number) => (line === 1 ? 'export function f() {' : line === 41 ? '}' : `f();`)],
])('%s is broken by %i lines and not by one fewer', (rule, length, write) => {
  const lines = Array.from({ length }, (_, index) => write(index + 1));
  const lint = (text: string) => {
    const as = ['--stdin', '--stdin-filename', 'src/domain/any.ts', '--format', 'json'];
    const [result]: Result[] = JSON.parse(eslint(as, `${text}\n`));
    return result ? said(result) : [];
  };
  expect(lint(lines.join('\n'))).toEqual([expect.stringContaining(`${rule}: `)]);
  expect(lint(lines.toSpliced(1, 1).join('\n'))).toEqual([]);
});
