import type { SpecialDay } from './calendar.js';
import { easterDay } from './easter.js';

export const holidayPresets = ['fr', 'fr-alsace-moselle'] as const;
/** The days on which France rests by law; Alsace and Moselle have two more. */
export type HolidayPreset = (typeof holidayPresets)[number];

const fixed: readonly (readonly [string, string])[] = [
  ['01-01', 'Jour de l’an'],
  ['05-01', 'Fête du Travail'],
  ['05-08', 'Victoire de 1945'],
  ['07-14', 'Fête nationale'],
  ['08-15', 'Assomption'],
  ['11-01', 'Toussaint'],
  ['11-11', 'Armistice de 1918'],
  ['12-25', 'Noël'],
];
const afterEaster: readonly (readonly [number, string])[] = [
  [1, 'Lundi de Pâques'],
  [39, 'Ascension'],
  [50, 'Lundi de Pentecôte'],
];

export function frenchHolidays(preset: HolidayPreset, year: number): SpecialDay[] {
  const local = preset === 'fr-alsace-moselle';
  const dates = local ? [...fixed, ['12-26', 'Saint-Étienne'] as const] : fixed;
  const moving = local ? [...afterEaster, [-2, 'Vendredi saint'] as const] : afterEaster;
  const days = [
    ...dates.map(([date, name]) => ({ date: `${String(year)}-${date}`, name, ranges: [] })),
    ...moving.map(([shift, name]) => ({ date: dateOf(easterDay(year) + shift), name, ranges: [] })),
  ];
  return oneADay(days.toSorted((a, b) => (a.date < b.date ? -1 : 1)));
}

function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Ascension falls on another holiday in some years. */
function oneADay(days: readonly SpecialDay[]): SpecialDay[] {
  return days.filter(({ date }, at) => days[at - 1]?.date !== date);
}
