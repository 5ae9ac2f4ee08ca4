import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { PresenceView } from '../../../src/contract/index.js';
import type { Live, LiveStatus } from './live.js';

const LiveContext = createContext<Live | null>(null);

export function LiveProvider({ live, children }: { live: Live; children: ReactNode }) {
  return <LiveContext value={live}>{children}</LiveContext>;
}

export function useLive(): Live {
  const live = use(LiveContext);
  if (!live) throw new Error('there is no LiveProvider above');
  return live;
}

export function useLiveStatus(): LiveStatus {
  const live = useLive();
  return useSyncExternalStore(live.subscribe, live.status);
}

const nobody: PresenceView['agents'] = [];

/** The colleagues who have this ticket open. */
export function usePresence(ticketId: string): PresenceView['agents'] {
  const live = useLive();
  return useSyncExternalStore(live.subscribe, () => live.presence().get(ticketId)?.agents ?? nobody);
}

/** Who may write the reply of this ticket now. */
export function usePen(ticketId: string): PresenceView['pen'] {
  const live = useLive();
  return useSyncExternalStore(live.subscribe, () => live.presence().get(ticketId)?.pen ?? null);
}
