const narrow = '\u202f';
const noBreak = '\u00a0';

/**
 * French spacing: a narrow no-break space before ; ! ? and a no-break space before : and inside « ».
 * Phrases are written with plain spaces, which can be seen and searched; the reader gets the right ones.
 */
export function typeset(text: string): string {
  return text
    .replace(/ ([;!?])/gu, `${narrow}$1`)
    .replace(/ :/gu, `${noBreak}:`)
    .replace(/« /gu, `«${noBreak}`)
    .replace(/ »/gu, `${noBreak}»`);
}
