import { useQueryClient } from '@tanstack/react-query';
import { may, type Conversation, type TicketRow } from '../../../../../src/contract/index.js';
import { useMe } from '../../../api/use-me.js';
import { useKeys } from '../../../ui/use-keys.js';
import { conversationKey } from '../apply-live.js';
import { focusedTicket } from '../focused-ticket.js';
import { listKey, type LoadedList } from '../list/list-screen.js';
import { usePlace } from '../place.js';
import { useActs } from './acts-context.js';

/** The keys of the acts: they act on the row that has the focus, else on the open ticket. */
export function useActKeys(): void {
  const { agent } = useMe();
  const acts = useActs();
  const target = useTarget();
  const on =
    (act: (row: TicketRow) => void, closedToo = false) =>
    () => {
      const row = target();
      if (row && (closedToo || row.state !== 'closed')) act(row);
    };
  const asks = (act: Parameters<typeof acts.ask>[0]) =>
    on((row) => {
      acts.ask(act, row);
    });
  useKeys({
    a: on((row) => {
      const scope = { lane: row.lane, ownerId: row.owner?.id ?? null };
      if (may(agent, 'ticket.assign', scope).ok) acts.ask('assign', row);
      else acts.take(row);
    }),
    'Shift+a': on(acts.take),
    q: asks('expert'),
    m: asks('transfer'),
    s: asks('put-off'),
    l: asks('topic'),
    y: asks('priority'),
    'Shift+m': asks('merge'),
    e: on((row) => {
      acts.askClose(row, false);
    }),
    'Shift+e': on((row) => {
      acts.askClose(row, true);
    }),
  });
}

function useTarget(): () => TicketRow | null {
  const cache = useQueryClient();
  const place = usePlace();
  return () => {
    const id = focusedTicket() ?? place.ticketId;
    if (id === null) return null;
    const list = cache.getQueryData<LoadedList>(listKey(place.view, place.filters));
    const open = cache.getQueryData<Conversation>(conversationKey(id));
    return open?.ticket ?? list?.rows.find((row) => row.id === id) ?? null;
  };
}
