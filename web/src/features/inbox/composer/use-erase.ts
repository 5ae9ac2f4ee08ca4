import { useCallback } from 'react';
import { refusedOf } from '../../../api/api-error.js';
import { drafts } from '../../../api/drafts.js';
import { refusalText } from '../../../i18n/refusal-words.js';
import { useWords } from '../../../i18n/words-provider.js';
import { toast } from '../../../ui/toasts.js';
import { changeDraft, clearDraft, draftOf } from './draft-store.js';
import { settleDraft, takeIn } from './draft-sync.js';
import { penDone } from './pen.js';

/** Tells that a draft is gone, and how to have it back. */
export function useTellErased(): (draftId: string) => void {
  const words = useWords();
  return useCallback(
    (draftId) => {
      const run = () => {
        drafts.restore(draftId).then(takeIn, (error: unknown) => {
          toast({ text: refusalText(words, refusedOf(error)), tone: 'late' });
        });
      };
      toast({ text: words.t('draft.erased'), act: { label: words.t('shell.undo'), run } });
    },
    [words],
  );
}

/** Does away with what is written on a ticket; it can be had back. */
export function useErase(): (ticketId: string) => void {
  const words = useWords();
  const tell = useTellErased();
  return useCallback(
    (ticketId) => {
      const go = async () => {
        await settleDraft(ticketId, { save: false });
        const was = draftOf(ticketId);
        clearDraft(ticketId);
        penDone(ticketId);
        if (was.id === null || was.base === 0) {
          const run = () => {
            changeDraft(ticketId, was);
          };
          toast({ text: words.t('draft.erased'), act: { label: words.t('shell.undo'), run } });
          return;
        }
        await drafts.erase(was.id);
        tell(was.id);
      };
      go().catch((error: unknown) => {
        toast({ text: refusalText(words, refusedOf(error)), tone: 'late' });
      });
    },
    [words, tell],
  );
}
