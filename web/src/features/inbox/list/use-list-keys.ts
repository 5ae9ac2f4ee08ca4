import { useEffect } from 'react';
import { useKeys } from '../../../ui/use-keys.js';
import { focusedTicket } from '../focused-ticket.js';
import { usePlace } from '../place.js';
import { neighbour } from './neighbour.js';
import type { Checked } from './use-checked.js';
import type { ShownRows } from './use-shown-rows.js';

interface ListKeys {
  shown: ShownRows;
  activeId: string | null;
  setActiveId: (id: string) => void;
  checks: Checked;
}

const tries = 5;

/** The row's element, once it is drawn: a row far away is drawn only after the list has scrolled to it. */
function focusRow(id: string, left = tries): void {
  const row = document.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"]`);
  if (row) row.focus();
  else if (left > 0)
    requestAnimationFrame(() => {
      focusRow(id, left - 1);
    });
}

/** j, k and the arrows travel; Enter opens; x picks. With a ticket open, j and k open the next one. */
export function useListKeys({ shown, activeId, setActiveId, checks }: ListKeys): void {
  const place = usePlace();
  const go = (step: 1 | -1, opens: boolean) => {
    const next = neighbour(shown.rows, focusedTicket() ?? place.ticketId ?? activeId, step);
    if (next === null) return;
    setActiveId(next);
    if (opens && place.ticketId !== null) place.openTicket(next);
    requestAnimationFrame(() => {
      focusRow(next);
    });
  };
  const goes = (step: 1 | -1, opens: boolean) => () => {
    go(step, opens);
  };
  const pick = () => {
    const id = focusedTicket() ?? activeId;
    if (id !== null) checks.toggle(id);
  };
  const picks = (step: 1 | -1) => () => {
    const from = focusedTicket() ?? activeId;
    const to = neighbour(shown.rows, from, step);
    checks.add(...[from, to].filter((id) => id !== null));
    go(step, false);
  };
  const open = () => {
    const id = focusedTicket();
    if (id !== null) place.openTicket(id);
  };
  useKeys({ j: goes(1, true), k: goes(-1, true), 'Shift+j': picks(1), 'Shift+k': picks(-1), x: pick, o: open });
  useRowKeys({ ArrowDown: goes(1, false), ArrowUp: goes(-1, false), Enter: open });
}

/** Keys that act only when a row itself has the focus: elsewhere they belong to what has it. */
function useRowKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !isRow(event.target)) return;
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  });
}

function isRow(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('[data-ticket]');
}
