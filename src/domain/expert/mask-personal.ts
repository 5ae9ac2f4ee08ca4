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
