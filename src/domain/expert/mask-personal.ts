const masked = '●●●';

const email = /(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ \u00a0\u202f-]?[A-Z0-9]{1,4}){3,9}(?![\p{L}\p{N}])/giu;
/** Digits that belong together, however they are set apart. */
const digits = /\+?\(?\d(?:[ \u00a0\u202f().\-/]{0,2}\d){5,}/gu;
/** Letters and digits in one word: numbers of contracts, orders, customers. */
const code = /[\p{L}\p{N}][\p{L}\p{N}_-]{5,}/gu;
const date = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2}(?:\d{2})?|\d{4}-\d{2}-\d{2})$/;
const fewest = { iban: 8, code: 5 };

const count = (text: string): number => text.replace(/\D/g, '').length;

/**
 * The text without what tells who somebody is: addresses, telephone and bank numbers, numbers of customers and contracts.
 * Rather too much than too little: an expert answers the question, not the file.
 */
export function maskPersonal(text: string): string {
  return text
    .replace(email, masked)
    .replace(iban, (found) => (count(found) >= fewest.iban ? masked : found))
    .replace(code, (found) => (count(found) >= fewest.code && !date.test(found) ? masked : found))
    .replace(digits, (found) => (date.test(found) ? found : masked));
}

export type PersonalKind = 'email' | 'iban' | 'card' | 'phone' | 'number';

const phone = /^(?:\+|00)?\d{9,14}$/;
const card = /^\d{13,19}$/;

/** Which kinds of them stand in a text; `number` is one of a customer, a contract, an order. */
export function personalIn(text: string): PersonalKind[] {
  const ibans = (text.match(iban) ?? []).filter((found) => count(found) >= fewest.iban);
  const rest = text.replace(email, ' ').replace(iban, (found) => (count(found) >= fewest.iban ? ' ' : found));
  const numbers = (rest.match(digits) ?? []).filter((found) => !date.test(found)).map(kindOfNumber);
  const codes = (rest.match(code) ?? []).filter(
    (found) => count(found) >= fewest.code && !/^\d+$|^\d{4}-\d/.test(found),
  );
  const kinds: PersonalKind[] = [
    ...(text.match(email) ? ['email' as const] : []),
    ...(ibans.length > 0 ? ['iban' as const] : []),
    ...numbers,
    ...(codes.length > 0 ? ['number' as const] : []),
  ];
  return [...new Set(kinds)];
}

function kindOfNumber(found: string): PersonalKind {
  const bare = found.replace(/[^\d+]/g, '');
  if (card.test(bare) && adds(bare)) return 'card';
  return phone.test(bare) && /^[+0]/.test(bare) ? 'phone' : 'number';
}

/** The check that card numbers carry (Luhn). */
function adds(bare: string): boolean {
  const sum = [...bare].reverse().reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
