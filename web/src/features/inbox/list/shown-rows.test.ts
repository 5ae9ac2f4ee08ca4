import { given } from '../given.js';
import { neighbour } from './neighbour.js';
import { departed, holdRows, withGhosts } from './shown-rows.js';

const rows = (ids: string) => [...ids].map((id) => given.row({ id }));
const shownIds = (shown: readonly { row: { id: string }; gone: boolean }[]) =>
  shown.map(({ row, gone }) => (gone ? `(${row.id})` : row.id)).join('');

describe('a held list', () => {
  it.each([
    ['stays when nothing changed', 'abc', 'abc', 'abc', 0, 0],
    ['counts what is new above', 'abc', 'xabc', 'abc', 1, 0],
    ['counts what is new between', 'abc', 'axbc', 'abc', 1, 0],
    ['counts what moved, once', 'abcd', 'dabc', 'abcd', 0, 1],
    ['keeps the place of what left', 'abc', 'ac', 'a(b)c', 0, 0],
    ['shows what was loaded below at once', 'abc', 'abcde', 'abcde', 0, 0],
    ['shows both what left and what was loaded', 'abc', 'abd', 'ab(c)d', 0, 0],
  ])('%s', (_name, held, fresh, shown, added, moved) => {
    const result = holdRows(rows(held), rows(fresh));
    expect(shownIds(result.rows)).toBe(shown);
    expect(result).toMatchObject({ added, moved });
  });

  it('shows the newest content of each row', () => {
    const result = holdRows([given.row({ preview: 'old' })], [given.row({ preview: 'new' })]);
    expect(result.rows[0]?.row.preview).toBe('new');
  });
});

describe('rows that have just left', () => {
  it('fade where they stood, and go for good when they come back', () => {
    const ghosts = departed(rows('abc'), rows('ac'), 1000);
    expect(shownIds(withGhosts(rows('ac'), ghosts))).toBe('a(b)c');
    expect(shownIds(withGhosts(rows('acb'), ghosts))).toBe('acb');
  });
});

describe('travelling by key', () => {
  const list = holdRows(rows('abcd'), rows('acd')).rows;
  it.each([
    ['a', 1, 'c'],
    ['c', -1, 'a'],
    ['d', 1, null],
    ['a', -1, null],
    [null, 1, 'a'],
    ['z', 1, 'a'],
  ] as const)('from %s by %s leads to %s', (from, step, to) => {
    expect(neighbour(list, from, step)).toBe(to);
  });
});
