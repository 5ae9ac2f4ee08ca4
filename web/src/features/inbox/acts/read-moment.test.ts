import { readMoment } from './read-moment.js';

const at = (...[month, day, hour = 9, minute = 0]: [number, number, number?, number?]) =>
  new Date(2026, month - 1, day, hour, minute);
/** A Thursday. */
const now = at(3, 5, 14, 20).getTime();

it.each([
  ['jeu 14h', at(3, 12, 14)],
  ['jeudi 16h', at(3, 5, 16)],
  ['lundi', at(3, 9)],
  ['lun. 8 h 30', at(3, 9, 8, 30)],
  ['mardi prochain à 14:15', at(3, 10, 14, 15)],
  ['next monday 9am', at(3, 9, 9)],
  ['tue 2:30pm', at(3, 10, 14, 30)],
  ['wednesday', at(3, 11)],
  ['dimanche soir', at(3, 8, 18)],
  ['demain', at(3, 6)],
  ['Demain matin', at(3, 6)],
  ['demain matin 8h', at(3, 6, 8)],
  ['tomorrow 9am', at(3, 6)],
  ['tomorrow at noon', at(3, 6, 12)],
  ['demain après-midi', at(3, 6, 14)],
  ['après-demain 10h', at(3, 7, 10)],
  ['the day after tomorrow', at(3, 7)],
  ['ce soir', at(3, 5, 18)],
  ['tonight', at(3, 5, 18)],
  ['this evening', at(3, 5, 18)],
  ['semaine prochaine', at(3, 9)],
  ['next week', at(3, 9)],
  ['15h', at(3, 5, 15)],
  ['9h30', at(3, 6, 9, 30)],
  ['5 pm', at(3, 5, 17)],
  ['12 am', at(3, 6, 0)],
  ['dans 2 h', at(3, 5, 16, 20)],
  ['dans une heure', at(3, 5, 15, 20)],
  ['in 45 minutes', at(3, 5, 15, 5)],
  ['30 min', at(3, 5, 14, 50)],
  ['3 jours', at(3, 8, 14, 20)],
  ['in a week', at(3, 12, 14, 20)],
  ['24/12', at(12, 24)],
  ['le 24 décembre à 10h', at(12, 24, 10)],
  ['dec 24', at(12, 24)],
  ['3 mars', new Date(2027, 2, 3, 9)],
  ['1er juin 11h', at(6, 1, 11)],
  ['3 juillet', at(7, 3)],
  ['2026-04-01 08:00', at(4, 1, 8)],
])('understands "%s"', (text, meant) => {
  expect(readMoment(text, now)).toEqual(meant);
});

it.each([
  '',
  'bientôt',
  'quand il veut',
  '25h',
  '14:75',
  '31/02',
  'aujourd’hui 9h',
  '2026-01-01',
  'lundi mardi',
  'demain chez lui',
  '12',
])('does not guess what "%s" means', (text) => {
  expect(readMoment(text, now)).toBeNull();
});

it('keeps the hour of the wall clock over a change of the clocks', () => {
  expect(readMoment('dans 30 jours', now)).toEqual(at(4, 4, 14, 20));
});
