import { Chance } from './chance.js';
import { customers } from './customers.js';
import { Deck, spoken } from './deck.js';
import { english } from './words/english.js';
import { french } from './words/french.js';

const sayAll = (deck: Deck, count: number) => Array.from({ length: count }, () => deck.opening().text);

describe.each([
  ['fr', french],
  ['en', english],
] as const)('what customers say in %s', (language, words) => {
  const openings = Object.values(words.openings).flatMap(({ public: open, private: closed }) => [...open, ...closed]);
  const details = Object.values(words.details).flat();
  const press = [...words.press.public, ...words.press.private];
  const all = [...openings, ...words.outage, ...words.thanks, ...words.unhappy, ...words.waiting, ...details, ...press];

  it('is a lot, and nothing twice', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(new Set(all).size).toBe(all.length);
  });

  it('comes once each before anything comes again', () => {
    const said = sayAll(new Deck(language, new Chance(7)), openings.length);
    expect(said.toSorted()).toEqual(openings.toSorted());
  });

  it('is the same for the same seed only', () => {
    const [once, again, otherwise] = [1, 1, 2].map((seed) => sayAll(new Deck(language, new Chance(seed)), 20));
    expect(again).toEqual(once);
    expect(otherwise).not.toEqual(once);
  });

  it('has the customer’s own facts in it', () => {
    const spokenBy = customers.flatMap((customer) => all.map((text) => spoken(text, customer)));
    expect(spokenBy.filter((text) => /[{}]|undefined/u.test(text))).toEqual([]);
  });

  it('answers what was asked', () => {
    const deck = new Deck(language, new Chance(3));
    expect(words.details.number).toContain(deck.detail('Your customer number? / Votre numéro de client ?'));
    expect(words.details.place).toContain(deck.detail('Where do you live? / Quelle est votre adresse ?'));
    expect(words.details.anything).toContain(deck.detail('Vraiment ?'));
  });
});

it('has customers with handles of their own that every network takes', () => {
  const handles = customers.map(({ handle }) => handle);
  expect(new Set(handles).size).toBe(handles.length);
  expect(handles.filter((handle) => !/^[a-z_]{3,30}$/u.test(handle))).toEqual([]);
});
