import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';
import type { LiveEvent } from '../../../../src/contract/index.js';
import { meQuery } from '../../api/session.js';
import { useWords } from '../../i18n/words-provider.js';

type Tell = (events: readonly LiveEvent[]) => void;

/** What is said of promises that run out; the words for it are fetched with the first of them. */
export function useWarnings(): RefObject<Tell> {
  const words = useWords();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const tell = useRef<Tell>(() => undefined);
  useEffect(() => {
    const open = (ticket: string) => void navigate({ to: '/inbox/$view/$ticket', params: { view: 'all', ticket } });
    tell.current = (events) => {
      const me = cache.getQueryData(meQuery.queryKey)?.agent;
      const pressing = events.filter((event) => event.type === 'ticket.changed' && event.cause.startsWith('sla-'));
      if (!me || pressing.length === 0) return;
      void import('./tell-warnings.js').then(({ tellWarnings }) => {
        tellWarnings(pressing, { me, words, open });
      });
    };
  }, [words, cache, navigate]);
  return tell;
}
