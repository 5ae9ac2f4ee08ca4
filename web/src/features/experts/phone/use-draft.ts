import { useEffect, useMemo, useRef, useState } from 'react';
import type { AskPage } from '../../../../../src/contract/index.js';
import { ApiError } from '../../../api/api-error.js';
import { askPages } from '../../../api/experts.js';

const restMs = 1500;

export interface Draft {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly state: 'saved' | 'saving' | 'unsaved';
  /** Another device has written meanwhile. */
  readonly isStale: boolean;
  /** What is written here counts from now on. */
  readonly keepMine: () => void;
  /** The revision to hand in with, once everything that was on its way has arrived. */
  readonly settled: () => Promise<number>;
}

/** What is written, kept a moment after each pause, one save at a time. */
export function useDraft({ ask }: AskPage): Draft {
  const [text, setText] = useState(ask.draft ?? '');
  const [state, setState] = useState<Draft['state']>('saved');
  const [stale, setStale] = useState<number | null>(null);
  const saver = useSaver(ask.id, ask.draftRevision);

  useEffect(() => {
    if (state !== 'unsaved' || stale !== null) return undefined;
    const timer = setTimeout(() => {
      setState('saving');
      void saver.save(text).then((failure) => {
        if (failure === null) setState((now) => (now === 'saving' ? 'saved' : now));
        else setState('unsaved');
        setStale(failure === null ? null : staleRevision(failure.error));
      });
    }, restMs);
    return () => {
      clearTimeout(timer);
    };
  }, [saver, state, text, stale]);

  const write = (next: string) => {
    setText(next);
    setState('unsaved');
  };
  const keepMine = () => {
    if (stale !== null) saver.goOnFrom(stale);
    setStale(null);
    setState('unsaved');
  };
  return { text, state, isStale: stale !== null, write, keepMine, settled: saver.settled };
}

/** Saves one after the other, each on the revision that the one before left. */
function useSaver(askId: string, first: number) {
  const revision = useRef(first);
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  return useMemo(
    () => ({
      /** Null when it is kept. */
      save: (text: string): Promise<{ error: unknown } | null> => {
        const kept = saving.current
          .then(() => askPages.draft(askId, { text, revision: revision.current }))
          .then(
            () => {
              revision.current += 1;
              return null;
            },
            (error: unknown) => ({ error }),
          );
        saving.current = kept;
        return kept;
      },
      goOnFrom: (newer: number) => {
        revision.current = newer;
      },
      settled: async (): Promise<number> => {
        await saving.current;
        return revision.current;
      },
    }),
    [askId],
  );
}

function staleRevision(error: unknown): number | null {
  const newer = error instanceof ApiError && error.code === 'ask.stale-draft' ? error.details['revision'] : null;
  return typeof newer === 'number' ? newer : null;
}
