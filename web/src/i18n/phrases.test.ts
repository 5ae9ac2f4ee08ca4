import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl } from 'react-intl';
import { lateEn } from './late-phrases.js';
import { lateFr } from './late-phrases-fr.js';
import { loadLatePhrases, loadPhrases } from './load-phrases.js';
import { en } from './phrases.js';
import { fr } from './phrases-fr.js';

const root = join(__dirname, '..');
const english: Readonly<Record<string, string>> = { ...en, ...lateEn };
const french: Readonly<Record<string, string>> = { ...fr, ...lateFr };
const keys = Object.keys(english);

/** What a phrase asks for: `{name}`, or `{count, plural, …}`. */
function placeholders(phrase: string): string[] {
  return [...new Set([...phrase.matchAll(/\{\s*(\w+)\s*[,}]/gu)].map(([, name]) => name ?? ''))].sort();
}

/** The screens under `AllPhrases`. */
const lateScreen =
  /^features[\\/](?:(accounts|approvals|deliveries|experts|me|promises|rules|team)|inbox[\\/](composer|context|conversation|expert))[\\/]/u;

function sources(are = (_file: string) => true): string {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(are);
  const code = files.filter((file) => /\.tsx?$/u.test(file) && !/^i18n[\\/](en|fr)[\\/]|\.test\.ts$/u.test(file));
  return code.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Keys that are put together (`role.${role}`) count as used where the rest of them is in the code. */
function usedBy(code: string): (key: string) => boolean {
  const made = [...code.matchAll(/`([\w-]+\.[^`\s]*\$\{[^`]*)`/gu)].map(([, template = '']) => {
    const fixed = template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/u).map(escaped);
    return new RegExp(`^${fixed.join('[\\w.-]+')}$`, 'u');
  });
  return (key) => code.includes(`'${key}'`) || made.some((pattern) => pattern.test(key));
}

describe('the phrases', () => {
  it.each(keys)('%s asks for the same facts in both languages', (key) => {
    expect(placeholders(french[key] ?? '')).toEqual(placeholders(english[key] ?? ''));
  });

  it.each(['fr', 'en'] as const)('can all be put together in %s, with one and with many', async (locale) => {
    const messages = { ...(await loadPhrases(locale)), ...(await loadLatePhrases(locale)) };
    const wrong: string[] = [];
    const intl = createIntl({ locale, messages, onError: ({ message }) => wrong.push(message) });
    for (const [id, phrase] of Object.entries(messages)) {
      for (const count of [1, 7]) {
        const values = Object.fromEntries(placeholders(phrase).map((name) => [name, count]));
        intl.formatMessage({ id }, values);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are all used', () => {
    const isUsed = usedBy(sources());
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('are there before a screen says them', () => {
    const isUsed = usedBy(sources((file) => !lateScreen.test(file)));
    expect(Object.keys(lateEn).filter(isUsed)).toEqual([]);
  });

  it('stand each in one file only', () => {
    const all = [
      'admin',
      'approvals',
      'asks',
      'composer',
      'context',
      'conversation',
      'entry',
      'experts',
      'inbox',
      'names',
      'promises',
      'refusals',
      'rules',
      'shell',
    ];
    const found = all.flatMap((name) => {
      const text = readFileSync(join(root, 'i18n', 'en', `${name}.ts`), 'utf8');
      return [...text.matchAll(/^ {2}'?([\w.-]+)'?:/gmu)].map(([, key]) => key ?? '');
    });
    expect(found.filter((key, at) => found.indexOf(key) !== at)).toEqual([]);
    expect(found.sort()).toEqual([...keys].sort());
  });

  it('leave no straight apostrophe to French readers', () => {
    expect(Object.entries(french).filter(([, phrase]) => /\p{L}'\p{L}/u.test(phrase))).toEqual([]);
  });
});
