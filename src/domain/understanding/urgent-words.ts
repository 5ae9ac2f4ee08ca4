import { hitsOf } from './topic-guesses.js';
import { wordsOf } from './normalise.js';

const urgent =
  'urgent urgence urgently immediat immediately asap danger secours hopital hospital emergency teleassistance telealarme pompiers samu ambulance huissier avocat lawyer solicitor mediateur ombudsman fraude fraud'.split(
    ' ',
  );

/** Words that say that it presses. */
export function urgentWords(text: string): string[] {
  return hitsOf(wordsOf(text), urgent);
}
