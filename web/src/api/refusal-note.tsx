import { refusalText } from '../i18n/refusal-words.js';
import { useWords } from '../i18n/words-provider.js';
import { Note } from '../ui/note.js';
import { refusedOf } from './api-error.js';

/** Why a form was not accepted, in the place where it was filled in. */
export function RefusalNote({ error }: { error: unknown }) {
  const words = useWords();
  if (!error) return null;
  return (
    <div role="alert">
      <Note tone="late">{refusalText(words, refusedOf(error))}</Note>
    </div>
  );
}
