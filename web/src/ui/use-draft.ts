import { useState } from 'react';

/** A list as somebody changes it, before it is saved: on top of the revision that they saw when they began. */
export interface Draft<T> {
  list: readonly T[];
  revision: number;
  changed: boolean;
  change: (list: readonly T[]) => void;
  discard: () => void;
}

export function useDraft<T>(saved: { list: readonly T[]; revision: number }): Draft<T> {
  const [draft, setDraft] = useState<{ list: readonly T[]; revision: number } | null>(null);
  const { list, revision } = draft ?? saved;
  return {
    list,
    revision,
    changed: draft !== null,
    change: (next) => {
      setDraft({ list: next, revision });
    },
    discard: () => {
      setDraft(null);
    },
  };
}
