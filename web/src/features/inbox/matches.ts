/** Does the text hold what was typed? Accents and case do not matter. */
export function matches(text: string, typed: string): boolean {
  return plain(text).includes(plain(typed.trim()));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
