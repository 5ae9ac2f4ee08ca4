import { useMemo } from 'react';
import { useActs } from '../acts/acts-context.js';
import { usePrefetch } from '../conversation/use-conversation.js';
import { usePlace } from '../place.js';
import type { RowActs } from './ticket-row.js';

/** The same object as long as the place is the same, so that rows are drawn again only when they change. */
export function useRowActs(check: (id: string) => void): RowActs {
  const place = usePlace();
  const { take, askClose } = useActs();
  const near = usePrefetch();
  return useMemo(
    () => ({
      open: (id) => {
        place.openTicket(id);
      },
      near,
      check,
      take,
      close: (row) => {
        askClose(row, false);
      },
    }),
    [place, near, check, take, askClose],
  );
}
