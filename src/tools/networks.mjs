import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import prettier from 'prettier';
import { build, root } from './build.mjs';

/** What each network can do, from the code itself; with `--write`, also into the README, and with `--check` compared with it. */
const marks = ['<!-- networks -->', '<!-- /networks -->'];
const readme = join(root, 'README.md');
const columns = [
  'Network',
  'Receives',
  'Sends',
  'Moderation',
  'Time to answer',
  'Counts',
  'Backfill',
  'Outcome unknown',
  'Simulator',
];

if (!build()) process.exit(1);
const { networks, outOfReach } = await import(pathToFileURL(join(root, 'dist/src/networks/index.js')).href);
const rows = [...networks].sort((a, b) => a.name.localeCompare(b.name)).map(rowOf);
rows.push(...outOfReach.map(({ name, why }) => [name, `nothing: ${why.en}`, ...columns.slice(2).map(() => '')]));
const table = [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const text = readFileSync(readme, 'utf8');
const told = await prettier.format(withTable(text, table), { parser: 'markdown', printWidth: 120 });

if (process.argv.includes('--write')) writeFileSync(readme, told);
else if (!process.argv.includes('--check')) process.stdout.write(`${table}\n`);
else if (told !== text) {
  process.stderr.write('The README shows other networks than there are: npm run networks -- --write\n');
  process.exitCode = 1;
}

function withTable(whole, inner) {
  const [from, to] = marks.map((mark) => whole.indexOf(mark));
  if (from === -1 || to === -1) return whole;
  return `${whole.slice(0, from + marks[0].length)}\n\n${inner}\n\n${whole.slice(to)}`;
}

function rowOf({ id, name, family, capabilities, poll, pollFrom, pollSeconds }) {
  const { receives, replies, publicToPrivate, moderation, idempotency } = capabilities;
  const spaces = Object.entries(replies);
  const sends = spaces.map(([space, { attachments }]) =>
    attachments.max > 0 ? `${space} with ${attachments.types.join(', ')}` : space,
  );
  return [
    name,
    receives.join(', '),
    [...sends, ...(publicToPrivate ? ['from public to private'] : [])].join('; ') || 'nothing',
    moderation.join(', ') || 'none',
    spaces.map(windowOf).join('; ') || 'none',
    spaces.map(([space, { maxLength, unit }]) => `${space} ${String(maxLength)} ${unit}`).join('; ') || 'none',
    poll ? `${pollFrom ? 'from a date, ' : ''}every ${String(pollSeconds ?? 60)} s` : 'none',
    idempotency,
    [id, family].some((folder) => existsSync(join(root, 'dist/src/simulator', folder))) ? 'yes' : 'no',
  ];
}

function windowOf([space, { window }]) {
  if (!window) return `${space} no limit`;
  const longer =
    window.humanAgentHours === undefined ? '' : `, ${String(window.humanAgentHours)} h for approved people`;
  return `${space} ${String(window.hours)} h${longer}`;
}
