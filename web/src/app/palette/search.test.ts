import { search, type Entry } from './search.js';

const entries: Entry[] = [
  { id: 'failed', label: 'Envois échoués', also: ['Failed sends'], group: 'go' },
  { id: 'team', label: 'Équipe', also: ['Team'], group: 'go' },
  { id: 'break', label: 'Passer en pause', also: ['Take a break'], group: 'act' },
  { id: 't1', label: 'Léa Martin', also: ['48213', 'facture'], group: 'tickets' },
];
const found = (typed: string) => search(entries, typed).map(({ id }) => id);

describe('the palette', () => {
  it('finds words without their accents, and by the other language', () => {
    expect(found('echoues')).toEqual(['failed']);
    expect(found('failed sends')).toEqual(['failed']);
    expect(found('equipe')).toEqual(['team']);
  });

  it('wants every word that was typed', () => {
    expect(found('envois team')).toEqual([]);
  });

  it('finds a ticket by its number and by a name', () => {
    expect(found('48213')).toEqual(['t1']);
    expect(found('#48213')).toEqual(['t1']);
    expect(found('martin')).toEqual(['t1']);
  });

  it('shows what begins as typed above what holds it somewhere', () => {
    expect(found('pa')[0]).toBe('break');
  });

  it('lists no tickets before anything was typed', () => {
    expect(found('')).toEqual(['failed', 'team', 'break']);
  });
});
