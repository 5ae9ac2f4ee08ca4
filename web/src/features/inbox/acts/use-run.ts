import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { refusedOf } from '../../../api/api-error.js';
import { useWords } from '../../../i18n/words-provider.js';
import { refusalText } from '../../../i18n/refusal-words.js';
import { useLive } from '../../../live/live-context.js';
import { toast } from '../../../ui/toasts.js';
import { askAgain } from '../apply-live.js';

export type Run = (act: Promise<unknown>, told: Told | null) => Promise<boolean>;

interface Told {
  text: string;
  undo?: () => void;
  /** True when it asks what is to be done about this refusal: then there is nothing to tell. */
  asksInstead?: (error: unknown) => boolean;
}

/** Runs an act, tells what became of it, and whether it was done. */
export function useRun(): Run {
  const words = useWords();
  const cache = useQueryClient();
  const live = useLive();
  return useMemo(
    () =>
      async (act: Promise<unknown>, told: Told | null): Promise<boolean> => {
        try {
          await act;
          if (live.status().state !== 'live') askAgain(cache);
          if (told)
            toast({ text: told.text, ...(told.undo && { act: { label: words.t('shell.undo'), run: told.undo } }) });
          return true;
        } catch (error) {
          if (!told?.asksInstead?.(error)) toast({ text: refusalText(words, refusedOf(error)), tone: 'late' });
          return false;
        }
      },
    [words, cache, live],
  );
}
