export const personalKinds = ['email', 'iban', 'phone', 'number'] as const;
export type PersonalKind = (typeof personalKinds)[number];

const patterns: Readonly<Record<PersonalKind, RegExp>> = {
  email: /[\w.+-]+@[\w-]+\.[a-z]{2,}/iu,
  iban: /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,3})?\b/iu,
  phone: /(?<![\d/])(?:(?:\+|00)\d{1,3}[ .-]?(?:\(0\)[ ]?)?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)/u,
  // A client, contract or order number: long enough that nobody means an amount or a date by it.
  number: /(?<![\d/.,])\d{8,}(?![\d/]|[.,]\d)/u,
};

/** What of a text should not stand where everybody can read it. */
export function personalData(text: string): PersonalKind[] {
  // Numbers inside a web address are nobody's; a mention in the fediverse looks like an e-mail address but is public.
  const bare = text.replace(/https?:\/\/\S+/gu, ' ').replace(/@[\w.-]+@[\w.-]+/gu, ' ');
  const found: PersonalKind[] = [];
  let rest = bare;
  for (const kind of personalKinds) {
    const without = rest.replace(new RegExp(patterns[kind], `${patterns[kind].flags}g`), ' ');
    if (without !== rest) found.push(kind);
    rest = without;
  }
  return found;
}
