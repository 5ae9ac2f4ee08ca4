/** The day number (from 1 January 1970) of Easter Sunday, by the rule of the Gregorian calendar. */
export function easterDay(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moonShift = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const early = epact === 29 || (epact === 28 && golden > 10) ? 1 : 0;
  const moon = epact - early;
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  // The Sunday after the full moon, counted from 21 March.
  return Date.UTC(year, 2, 21) / 86_400_000 + moon - weekday + 7;
}
