import { useQueryClient } from '@tanstack/react-query';
import { listKey, type LoadedList } from '../list/list-screen.js';
import { usePlace } from '../place.js';

/** Goes to the most urgent ticket of the list that is not this one; back to the list when there is none. */
export function useNextTicket(ticketId: string): () => void {
  const cache = useQueryClient();
  const place = usePlace();
  return () => {
    const list = cache.getQueryData<LoadedList>(listKey(place.view, place.filters));
    place.openTicket(list?.rows.find(({ id }) => id !== ticketId)?.id ?? null);
  };
}
