import type { IntlShape } from 'react-intl';
import type { PhraseKey } from './phrases.js';

export type Locale = 'fr' | 'en';
export type Values = Record<string, string | number>;

/** All that turns facts into words of the reader's language. Durations are milliseconds, instants ISO text. */
export interface Words {
  readonly locale: Locale;
  t(key: PhraseKey, values?: Values): string;
  /** "14:02" */
  time(at: string): string;
  /** "mardi 24 novembre" */
  day(at: string): string;
  /** "mar. 24 nov., 14:02" */
  moment(at: string): string;
  /** "12 min", "2 h 10", "3 j 4 h"; under two minutes in seconds. */
  span(ms: number): string;
  number(value: number): string;
  percent(share: number): string;
  bytes(size: number): string;
  list(items: readonly string[]): string;
  language(tag: string): string;
  /** What the workspace calls a topic; its id in plain words where that is not known. */
  topic(id: string): string;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

function spanWords(t: Words['t'], ms: number): string {
  const size = Math.abs(ms);
  if (size < 2 * minute) return t('span.seconds', { seconds: Math.floor(size / second) });
  if (size < hour) return t('span.minutes', { minutes: Math.floor(size / minute) });
  const hours = Math.floor(size / hour);
  if (size < day) {
    const minutes = Math.floor((size % hour) / minute);
    return minutes === 0 ? t('span.hours', { hours }) : t('span.hours-minutes', { hours, minutes: pad(minutes) });
  }
  return t('span.days', { days: Math.floor(size / day) });
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function bytesWords(words: Pick<Words, 't' | 'number'>, size: number): string {
  if (size < 1024 * 1024) return words.t('size.kb', { size: words.number(Math.ceil(size / 1024)) });
  return words.t('size.mb', { size: words.number(Math.round(size / 1024 / 102.4) / 10) });
}

export function wordsOf(intl: IntlShape, locale: Locale): Words {
  const t: Words['t'] = (key, values) => intl.formatMessage({ id: key }, values ?? {});
  const number: Words['number'] = (value) => intl.formatNumber(value);
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return {
    locale,
    t,
    number,
    time: (at) => intl.formatDate(at, { hour: '2-digit', minute: '2-digit' }),
    day: (at) => intl.formatDate(at, { weekday: 'long', day: 'numeric', month: 'long' }),
    moment: (at) =>
      intl.formatDate(at, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
    span: (ms) => spanWords(t, ms),
    percent: (share) => intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 }),
    bytes: (size) => bytesWords({ t, number }, size),
    list: (items) => intl.formatList(items),
    language: (tag) => nameOfLanguage(names, tag),
    topic: (id) => id.replaceAll('_', ' '),
  };
}

function nameOfLanguage(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    // Networks send tags that are no BCP 47; shown as they came rather than failing the screen.
    return tag;
  }
}
