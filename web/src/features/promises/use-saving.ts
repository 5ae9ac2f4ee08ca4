import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { hasCode } from '../../api/api-error.js';
import { slaKey } from '../../api/sla.js';
import { useAct } from '../../api/use-act.js';
import { useWords } from '../../i18n/words-provider.js';
import type { PhraseKey } from '../../i18n/phrases.js';
import { toast } from '../../ui/toasts.js';
import type { Draft } from '../../ui/use-draft.js';

interface Kept<T> {
  /** Reads what is saved now. */
  read: () => Promise<{ version: number; list: readonly T[] }>;
  save: (body: { version: number; list: readonly T[] }) => Promise<{ version: number }>;
  queryKey: QueryKey;
  saved: PhraseKey;
  undone: PhraseKey;
}

interface Saving {
  run: () => void;
  busy: boolean;
  error: unknown;
  /** Somebody saved something else meanwhile; null when nobody has. */
  conflict: { takeTheirs: () => void; keepMine: () => void } | null;
}

/** Saves a list as a whole, keeps the one before one click away, and lets its author decide when somebody was faster. */
export function useSaving<T>(draft: Draft<T>, kept: Kept<T>, onSaved?: () => void): Saving {
  const cache = useQueryClient();
  const write = useWrite(kept);
  const undo = useUndo(kept, write);
  const save = useMutation({
    mutationFn: (version: number | null) => write({ list: draft.list, version }),
    onSuccess: (written) => {
      draft.discard();
      onSaved?.();
      undo(written);
    },
  });
  const conflict = {
    takeTheirs: () => {
      save.reset();
      draft.discard();
      void cache.invalidateQueries({ queryKey: slaKey });
    },
    keepMine: () => {
      save.mutate(null);
    },
  };
  return {
    run: () => {
      save.mutate(draft.revision);
    },
    busy: save.isPending,
    error: save.error,
    conflict: hasCode(save.error, 'sla.stale') ? conflict : null,
  };
}

interface Written<T> {
  before: readonly T[];
  version: number;
}
type Write<T> = (what: { list: readonly T[]; version: number | null }) => Promise<Written<T>>;

/** On top of the version that is named, or of whatever is there. */
function useWrite<T>(kept: Kept<T>): Write<T> {
  const cache = useQueryClient();
  return async ({ list, version }) => {
    const before = await kept.read();
    const view = await kept.save({ version: version ?? before.version, list });
    cache.setQueryData(kept.queryKey, view);
    await cache.invalidateQueries({ queryKey: slaKey });
    return { before: before.list, version: view.version };
  };
}

function useUndo<T>(kept: Kept<T>, write: Write<T>): (written: Written<T>) => void {
  const words = useWords();
  const back = useAct(write, () => {
    toast({ text: words.t(kept.undone), tone: 'ok' });
  });
  return ({ before: list, version }) => {
    const run = () => {
      back.mutate({ list, version });
    };
    toast({ text: words.t(kept.saved), tone: 'ok', act: { label: words.t('shell.undo'), run } });
  };
}
