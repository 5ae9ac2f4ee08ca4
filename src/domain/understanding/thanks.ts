import { wordsOf } from './normalise.js';

const allowed = new Set([
  ...'merci thanks thank you thx beaucoup bcp a lot so again very much everyone team equipe toute l parfait perfect super top ok genial great bonne journee soiree good day evening pour votre aide for your help tout est bon c encore nickel vous'.split(
    ' ',
  ),
]);
const thanking = ['merci', 'thanks', 'thank', 'thx'];
const mostWords = 8;

/** Nothing but thanks. Told by a list and not by a model: what it says keeps a ticket closed. */
export function isBareThanks(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.length > 0 &&
    words.length <= mostWords &&
    words.every((word) => allowed.has(word)) &&
    words.some((word) => thanking.includes(word))
  );
}
