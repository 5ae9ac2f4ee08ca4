import { useCallback, useEffect, useRef, useState } from 'react';
import type { TicketRow } from '../../../../../src/contract/index.js';
import { serverTime } from '../../../live/server-now.js';
import { departed, holdRows, withGhosts, type Ghost, type Shown } from './shown-rows.js';

const ghostMs = 3000;
const letGoMs = 1500;

interface Seen {
  name: string;
  fresh: readonly TicketRow[];
}

export interface ShownRows extends Shown {
  /** The pointer or the focus is inside: nothing may move. */
  hold: () => void;
  /** It has left: after a moment the list follows again. */
  letGo: () => void;
  applyNow: () => void;
}

/** What the list shows of `fresh`; `name` tells one list from another. */
export function useShownRows(name: string, fresh: readonly TicketRow[]): ShownRows {
  const [held, setHeld] = useState<Seen | null>(null);
  const isHeld = held !== null && held.name === name;
  const ghosts = useGhosts(name, fresh, isHeld);
  const leaving = useRef<ReturnType<typeof setTimeout> | null>(null);

  const stay = useCallback(() => {
    if (leaving.current !== null) clearTimeout(leaving.current);
    leaving.current = null;
  }, []);
  useEffect(() => stay, [stay]);

  const hold = useCallback(() => {
    stay();
    if (fresh.length > 0) setHeld((now) => (now?.name === name ? now : { name, fresh }));
  }, [stay, name, fresh]);
  const letGo = useCallback(() => {
    stay();
    leaving.current = setTimeout(() => {
      setHeld(null);
    }, letGoMs);
  }, [stay]);
  const applyNow = useCallback(() => {
    setHeld((now) => (now === null || fresh.length === 0 ? null : { name, fresh }));
  }, [name, fresh]);

  const shown = isHeld ? holdRows(held.fresh, fresh) : { rows: withGhosts(fresh, ghosts), added: 0, moved: 0 };
  return { ...shown, hold, letGo, applyNow };
}

/** Rows that have just left a list which nobody holds: they fade where they stood. */
function useGhosts(name: string, fresh: readonly TicketRow[], isHeld: boolean): readonly Ghost[] {
  const [seen, setSeen] = useState<Seen>({ name, fresh });
  const [ghosts, setGhosts] = useState<readonly Ghost[]>([]);
  if (seen.fresh !== fresh || seen.name !== name) {
    setSeen({ name, fresh });
    if (seen.name !== name) setGhosts([]);
    else if (!isHeld) setGhosts((now) => [...now, ...departed(seen.fresh, fresh, serverTime.now() + ghostMs)]);
  }
  useEffect(() => {
    if (ghosts.length === 0) return;
    const timer = setTimeout(() => {
      setGhosts((now) => now.filter(({ until }) => until > serverTime.now()));
    }, ghostMs / 3);
    return () => {
      clearTimeout(timer);
    };
  }, [ghosts]);
  return ghosts;
}
