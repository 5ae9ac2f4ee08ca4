export interface Entry {
  id: string;
  /** What is shown. */
  label: string;
  /** What it is found by, besides: the words of the other language, a number, a name. */
  also: readonly string[];
  group: 'tickets' | 'go' | 'act';
}

/** Without accents, case and punctuation: "Échoués" is found by "echoues". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** 2 for words that begin a label, 1 for those found anywhere, 0 when a word is found nowhere. */
function score(entry: Entry, asked: readonly string[]): number {
  const label = plain(entry.label);
  const all = ` ${[label, ...entry.also.map(plain)].join(' ')}`;
  if (!asked.every((word) => all.includes(` ${word}`) || (word.length > 2 && all.includes(word)))) return 0;
  return label.startsWith(asked[0] ?? '') ? 2 : 1;
}

/** The entries that hold every word of what was typed, best first; those alike keep their order. */
export function search<T extends Entry>(entries: readonly T[], typed: string): T[] {
  const asked = plain(typed).split(' ').filter(Boolean);
  if (asked.length === 0) return entries.filter(({ group }) => group !== 'tickets');
  return entries
    .map((entry) => ({ entry, score: score(entry, asked) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}
