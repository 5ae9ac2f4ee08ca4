import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TicketRow } from '../../../../../src/contract/index.js';
import { refusedOf } from '../../../api/api-error.js';
import { useWords } from '../../../i18n/words-provider.js';
import { refusalText } from '../../../i18n/refusal-words.js';
import { useLive } from '../../../live/live-context.js';
import { toast } from '../../../ui/toasts.js';
import { askAgain } from '../apply-live.js';

export type Run = (act: Promise<TicketRow>, told: Told | null) => Promise<boolean>;

interface Told {
  text: string;
  undo?: () => void;
  /** What may be done all the same, when this refusal came. */
  whenRefused?: (error: unknown) => { label: string; run: () => void } | undefined;
}

/** Runs an act, tells what became of it, and whether it was done. */
export function useRun(): Run {
  const words = useWords();
  const cache = useQueryClient();
  const live = useLive();
  return useMemo(
    () =>
      async (act: Promise<TicketRow>, told: Told | null): Promise<boolean> => {
        try {
          await act;
          if (live.status().state !== 'live') askAgain(cache);
          if (told)
            toast({ text: told.text, ...(told.undo && { act: { label: words.t('shell.undo'), run: told.undo } }) });
          return true;
        } catch (error) {
          const act = told?.whenRefused?.(error);
          toast({ text: refusalText(words, refusedOf(error)), tone: 'late', ...(act && { act }) });
          return false;
        }
      },
    [words, cache, live],
  );
}
