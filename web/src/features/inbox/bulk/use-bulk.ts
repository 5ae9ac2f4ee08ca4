import { useEffect, useState } from 'react';
import type { BulkAct, BulkView } from '../../../../../src/contract/index.js';
import { bulk, type BulkWhich } from '../../../api/bulk.js';
import { useAct } from '../../../api/use-act.js';
import { uuid } from '../../../api/uuid.js';

export interface Bulk {
  /** The act that is under way, or was done last; null when there is none to show. */
  view: BulkView | null;
  start: (act: BulkAct, which: BulkWhich) => void;
  undo: () => void;
  close: () => void;
}

const lookMs = 400;

/** One act upon many tickets, followed until it has come to its end. */
export function useBulk(): Bulk {
  const [view, setView] = useState<BulkView | null>(null);
  const start = useAct(
    ({ act, which, clientId }: { act: BulkAct; which: BulkWhich; clientId: string }) =>
      bulk.start(act, which, clientId),
    setView,
  );
  const undo = useAct(bulk.undo, setView);
  useFollow(view, setView);
  return {
    view,
    start: (act, which) => {
      start.mutate({ act, which, clientId: uuid() });
    },
    undo: () => {
      if (view) undo.mutate(view.id);
    },
    close: () => {
      setView(null);
    },
  };
}

function useFollow(view: BulkView | null, onNews: (view: BulkView) => void): void {
  const running = view?.state === 'running' || view?.state === 'undoing';
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => {
      // What cannot be read now is asked for again: the act goes on without anybody looking.
      bulk.progress(view.id).then(onNews, () => {
        onNews({ ...view });
      });
    }, lookMs);
    return () => {
      clearTimeout(timer);
    };
  }, [running, view, onNews]);
}
