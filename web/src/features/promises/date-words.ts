import type { Words } from '../../i18n/words.js';

/** "ven. 25 déc. 2026" */
export function dateText({ locale }: Words, date: string): string {
  const format = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, format).format(Date.parse(`${date}T00:00:00Z`));
}

/** "mar. 24 nov., 14:02", by the clocks of a zone. */
export function momentIn({ locale }: Words, at: string, timeZone: string): string {
  const format = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale, { ...format, timeZone }).format(Date.parse(at));
}
