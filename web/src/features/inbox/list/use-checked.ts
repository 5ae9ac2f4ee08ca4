import { useCallback, useMemo, useState } from 'react';
import type { ShownRow } from './shown-rows.js';

export interface Checked {
  checked: ReadonlySet<string>;
  toggle: (id: string) => void;
  add: (...ids: readonly string[]) => void;
  clear: () => void;
}

const nothing: ReadonlySet<string> = new Set();

/** The rows that were picked; one that has left the list is picked no longer. */
export function useChecked(shown: readonly ShownRow[]): Checked {
  const [picked, setPicked] = useState<ReadonlySet<string>>(nothing);
  const checked = useMemo(() => {
    if (picked.size === 0) return nothing;
    return new Set(shown.filter(({ row, gone }) => !gone && picked.has(row.id)).map(({ row }) => row.id));
  }, [picked, shown]);
  const toggle = useCallback((id: string) => {
    setPicked((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const add = useCallback((...ids: readonly string[]) => {
    setPicked((now) => new Set([...now, ...ids]));
  }, []);
  const clear = useCallback(() => {
    setPicked(nothing);
  }, []);
  return { checked, toggle, add, clear };
}
