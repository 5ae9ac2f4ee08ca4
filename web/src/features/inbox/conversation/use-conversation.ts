import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { applyToConversation, byTime, type Conversation } from '../../../../../src/contract/index.js';
import { tickets } from '../../../api/tickets.js';
import { loadCurrent } from '../../../live/event-ring.js';
import { useLive } from '../../../live/live-context.js';
import type { LiveClient } from '../../../live/live-client.js';
import { conversationKey } from '../apply-live.js';

function conversationQuery(ticketId: string, client: LiveClient) {
  return queryOptions({
    queryKey: conversationKey(ticketId),
    queryFn: async () => {
      const screen = await loadCurrent(client.ring, () => tickets.open(ticketId), applyToConversation);
      client.loaded(screen.cursor);
      return screen;
    },
    staleTime: Infinity,
  });
}

export function useConversation(ticketId: string) {
  const { client } = useLive();
  return useQuery(conversationQuery(ticketId, client));
}

/** Reads a ticket that is likely to be opened next: the pointer or the focus is on its row. */
export function usePrefetch(): (ticketId: string) => void {
  const cache = useQueryClient();
  const { client } = useLive();
  return useCallback(
    (ticketId) => {
      void cache.prefetchQuery(conversationQuery(ticketId, client));
    },
    [cache, client],
  );
}

export interface Older {
  busy: boolean;
  failed: boolean;
  load: () => void;
}

/** The messages before those that are loaded, a page at a time, as far back as there are any. */
export function useOlder(screen: Conversation): Older {
  const cache = useQueryClient();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const { id } = screen.ticket;
  const first = screen.messages[0]?.id;
  const load = useCallback(() => {
    if (first === undefined || state === 'busy') return;
    setState('busy');
    tickets.older(id, first).then(
      (page) => {
        cache.setQueryData<Conversation>(conversationKey(id), (now) => now && withOlder(now, page));
        setState('idle');
      },
      () => {
        setState('failed');
      },
    );
  }, [cache, id, first, state]);
  return { busy: state === 'busy', failed: state === 'failed', load };
}

function withOlder(screen: Conversation, page: { messages: Conversation['messages']; older: number }): Conversation {
  const known = new Set(screen.messages.map((one) => one.id));
  const more = page.messages.filter((one) => !known.has(one.id));
  return { ...screen, messages: [...more, ...screen.messages].sort(byTime), olderMessages: page.older };
}
