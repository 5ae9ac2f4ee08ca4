const unit: readonly (readonly [RegExp, number])[] = [
  [/^(?:min|mn|minutes?)$/, 1],
  [/^(?:h|heures?|hours?|hrs?)$/, 60],
  [/^(?:j|jours?|days?)$/, 60 * 24],
  [/^(?:semaines?|weeks?)$/, 60 * 24 * 7],
];
const weekdays = [
  'dim(?:anche)?|sun(?:day)?',
  'lun(?:di)?|mon(?:day)?',
  'mar(?:di)?|tue(?:s|sday)?',
  'mer(?:credi)?|wed(?:nesday)?',
  'jeu(?:di)?|thu(?:rs?|rsday)?',
  'ven(?:dredi)?|fri(?:day)?',
  'sam(?:edi)?|sat(?:urday)?',
];
const months = [
  'jan',
  'fev|feb',
  'mars?$|mar',
  'avr|apr',
  'mai|may',
  'juin|jun',
  'juil|jul',
  'aou|aug',
  'sep',
  'oct',
  'nov',
  'dec',
];
const filler =
  /\b(?:a|at|le|la|on|the|vers|around|ce|cet|cette|this|prochaine?|next|de|in|au|jusqu'?a|until|till)\b|[.,']/g;
const morning = 9;

interface Day {
  /** Midnight of the day that is meant. */
  at: Date;
  /** Named by its weekday: today counts as long as the hour is still to come. */
  weekly: boolean;
}
interface Read<T> {
  value: T;
  rest: string;
}

/**
 * The instant that somebody means who types "jeu 14h", "demain", "in 2 hours", "next monday 9am" or "24/12", in the
 * reader's own zone; null when it cannot be told or is over. `now`: milliseconds. Days come before months.
 */
export function readMoment(text: string, now: number): Date | null {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’-](?!\d)/g, "'")
    .trim();
  const span = readSpan(plain, now);
  if (span) return span;
  const day = readDay(plain, now) ?? { value: null, rest: plain };
  const time = readTime(day.rest) ?? { value: null, rest: day.rest };
  const nothing = day.value === null && time.value === null;
  if (nothing || time.rest.replace(filler, ' ').trim() !== '') return null;
  const at = together(day.value, time.value, now);
  return at.getTime() > now ? at : null;
}

function readSpan(text: string, now: number): Date | null {
  const found = /^(dans|in|d'ici)?\s*(\d{1,4}|une?|an?)\s*([a-z]+)$/.exec(text);
  const [, told, many = '', of = ''] = found ?? [];
  const size = unit.find(([names]) => names.test(of));
  // "14h" is an hour of the day unless "dans" stands before it.
  if (!size || (told === undefined && of === 'h')) return null;
  return later(now, size[1] * (Number(many) || 1));
}

function later(now: number, minutes: number): Date {
  const at = new Date(now);
  // Whole days keep the hour, also over a change of the clocks.
  if (minutes % 1440 === 0) at.setDate(at.getDate() + minutes / 1440);
  else at.setMinutes(at.getMinutes() + minutes);
  return at;
}

/** What is found of a pattern, and the text without it. */
function without(text: string, pattern: RegExp): Read<RegExpExecArray> | null {
  const value = pattern.exec(text);
  return value && { value, rest: `${text.slice(0, value.index)} ${text.slice(value.index + value[0].length)}` };
}

const near: readonly (readonly [RegExp, number])[] = [
  [/\b(?:apres'demain|day after tomorrow)\b/, 2],
  [/\b(?:demain|tomorrow)\b/, 1],
  [/\b(?:aujourd'hui|today)\b|\b(?:ce|cet)(?= soir| apres| midi)|\bthis(?= afternoon| evening)/, 0],
];

function readDay(text: string, now: number): Read<Day> | null {
  for (const [pattern, days] of near) {
    const found = without(text, pattern);
    if (found) return { value: { at: dayAfter(now, days), weekly: false }, rest: found.rest };
  }
  return readDate(text, now) ?? readWeekday(text, now);
}

function readWeekday(text: string, now: number): Read<Day> | null {
  const today = new Date(now).getDay();
  const week = without(text, /\b(?:semaine prochaine|next week)\b/);
  if (week) return { value: { at: dayAfter(now, (8 - today) % 7 || 7), weekly: false }, rest: week.rest };
  for (const [index, names] of weekdays.entries()) {
    const found = without(text, new RegExp(`\\b(?:${names})\\b\\.?`));
    if (found) return { value: { at: dayAfter(now, (index - today + 7) % 7), weekly: true }, rest: found.rest };
  }
  return null;
}

function readDate(text: string, now: number): Read<Day> | null {
  const iso = without(text, /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/);
  if (iso) return dateOf(iso, now, { year: iso.value[1], month: Number(iso.value[2]), day: iso.value[3] });
  const slashed = without(text, /\b(\d{1,2})[/](\d{1,2})(?:[/](\d{4}))?\b/);
  if (slashed) {
    return dateOf(slashed, now, { year: slashed.value[3], month: Number(slashed.value[2]), day: slashed.value[1] });
  }
  const named = without(text, /\b(\d{1,2})(?:er|st|nd|rd|th)?\s+([a-z]{3,9})\b(?:\.?\s+(\d{4})\b)?/);
  const month = monthOf(named?.value[2]);
  if (named && month > 0) return dateOf(named, now, { year: named.value[3], month, day: named.value[1] });
  const english = without(text, /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*(?:h|:|am\b|pm\b))/);
  const first = monthOf(english?.value[1]);
  return english && first > 0 ? dateOf(english, now, { year: undefined, month: first, day: english.value[2] }) : null;
}

/** From 1; 0 for a word that is no month. */
function monthOf(word = ''): number {
  return months.findIndex((names) => new RegExp(`^(?:${names})`).test(word)) + 1;
}

interface Named {
  year: string | undefined;
  month: number;
  day: string | undefined;
}

function dateOf(found: Read<unknown>, now: number, { year, month, day }: Named): Read<Day> | null {
  const today = dayAfter(now, 0);
  const at = new Date(Number(year ?? today.getFullYear()), month - 1, Number(day));
  if (at.getMonth() !== month - 1) return null;
  if (year === undefined && at < today) at.setFullYear(at.getFullYear() + 1);
  return { value: { at, weekly: false }, rest: found.rest };
}

const named: readonly (readonly [RegExp, number])[] = [
  [/\b(?:apres'midi|apres midi|afternoon)\b/, 14],
  [/\b(?:midi|noon)\b/, 12],
  [/\b(?:matin|morning)\b/, morning],
  [/\b(?:soir|soiree|evening|tonight)\b/, 18],
];
const clocks = [/\b(\d{1,2})\s*(?:h|:)\s*(\d{2})?\s*(am|pm)?(?![a-z0-9])/, /\b(\d{1,2})\s*(am|pm)\b/];

/** Minutes after midnight. */
function readTime(text: string): Read<number> | null {
  for (const pattern of clocks) {
    const found = without(text, pattern);
    if (!found) continue;
    const value = minutesOf(found.value);
    // A part of the day beside it says no more: "demain matin 8h".
    return value === null
      ? null
      : { value, rest: named.reduce((left, [words]) => left.replace(words, ' '), found.rest) };
  }
  for (const [pattern, hour] of named) {
    const found = without(text, pattern);
    if (found) return { value: hour * 60, rest: found.rest };
  }
  return null;
}

function minutesOf([, hours = '', ...others]: RegExpExecArray): number | null {
  const half = others.find((one) => one === 'am' || one === 'pm');
  const minutes = Number(others.find((one) => /^\d/.test(one ?? '')) ?? 0);
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
  return hour > 23 || minutes > 59 ? null : hour * 60 + minutes;
}

function together(day: Day | null, time: number | null, now: number): Date {
  const at = new Date(day?.at ?? dayAfter(now, 0));
  at.setHours(0, time ?? morning * 60);
  if (at.getTime() > now) return at;
  if (!day) at.setDate(at.getDate() + 1);
  else if (day.weekly) at.setDate(at.getDate() + 7);
  return at;
}

function dayAfter(now: number, days: number): Date {
  const at = new Date(now);
  at.setHours(0, 0, 0, 0);
  at.setDate(at.getDate() + days);
  return at;
}
