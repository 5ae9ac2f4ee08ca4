import { wordsOf } from '../understanding/normalise.js';
import { TermIndex } from './term-index.js';
import { termOf } from './term.js';

/** The same answer from the meaning of the words alone: each term at each place. */
function naively(terms: readonly string[], text: string): Record<string, number[]> {
  const words = wordsOf(text);
  const isAt = (term: string, place: number) =>
    term.split(' ').every((asked, offset) => {
      const word = words[place + offset] ?? '';
      if (asked.endsWith('*')) return word !== '' && word.slice(0, asked.length - 1) === asked.slice(0, -1);
      if (asked.startsWith('*')) return word !== '' && word.slice(-(asked.length - 1)) === asked.slice(1);
      return word === asked;
    });
  const places = (term: string) => words.flatMap((_word, place) => (isAt(term, place) ? [place] : []));
  return Object.fromEntries(terms.map((term) => [term, places(term)]));
}

function indexed(terms: readonly string[], text: string): Record<string, number[]> {
  const index = new TermIndex();
  const numbers = terms.map((term) => index.add(termOf(term)));
  const { at } = index.find(wordsOf(text));
  return Object.fromEntries(terms.map((term, place) => [term, [...(at.get(numbers[place] ?? -1) ?? [])]]));
}

/** The same numbers each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function wordOf(next: (below: number) => number): string {
  return Array.from({ length: 1 + next(3) }, () => 'ab'[next(2)]).join('');
}

it('finds what each term at each place would find, in 3,000 random texts', () => {
  const next = chance(7);
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: next(12) }, () => wordOf(next)).join(' ');
    const terms = Array.from({ length: 1 + next(6) }, () =>
      Array.from({ length: 1 + next(3) }, () => {
        const kind = next(4);
        return `${kind === 0 ? '*' : ''}${wordOf(next)}${kind === 1 ? '*' : ''}`;
      }).join(' '),
    );
    expect([text, terms, indexed(terms, text)]).toEqual([text, terms, naively(terms, text)]);
  }
});

it.each([
  ['rembours*', 'Je veux être REMBOURSÉ', [3]],
  ['*phone', 'mon smartphone et mon téléphone', [1, 4]],
  ['déjà payé', 'deja paye', [0]],
  ["l'offre*", 'Voir l’offre', [1]],
  ['box', 'boxe', []],
])('reads %s in "%s"', (term, text, places) => {
  expect(indexed([term], text)[term]).toEqual(places);
});

it.each([
  ['words that repeat', 'a a a a a a a b', 'a '],
  ['one long word', 'aaaaaaaa*', 'a'],
  ['beginnings and ends', '*a a* a', 'aaaa '],
])('costs in proportion to the length of the text: %s', (_name, term, piece) => {
  const index = new TermIndex();
  index.add(termOf(term));
  const cost = (times: number) => index.find(wordsOf(piece.repeat(times))).steps;
  const [small, large] = [cost(1000), cost(64_000)];
  expect(large).toBeLessThanOrEqual(small * 64 * 1.01);
});

it('costs no more for ten thousand terms that are not there', () => {
  const index = new TermIndex();
  const text = wordsOf('ma fibre est en panne depuis mardi');
  const before = index.find(text).steps;
  for (let count = 0; count < 10_000; count += 1) index.add(termOf(`zz${String(count)} apres*`));
  expect(index.find(text).steps).toBe(before);
});
