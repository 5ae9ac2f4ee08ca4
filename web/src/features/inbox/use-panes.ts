import { useMediaQuery } from '@mantine/hooks';
import { useKept } from '../../ui/use-kept.js';

export interface Pane {
  width: number;
  min: number;
  max: number;
  set: (width: number) => void;
  reset: () => void;
}
export interface Panes {
  /** How many panes there is room for. */
  room: 'one' | 'two' | 'four';
  views: Pane;
  list: Pane;
  context: Pane;
  contextShown: boolean;
  showContext: (shown: boolean) => void;
}

const now = { getInitialValueInEffect: false };

/** The room there is, and the widths that this browser's user has given the panes. */
export function usePanes(): Panes {
  const wide = useMediaQuery('(min-width: 1440px)', undefined, now);
  const medium = useMediaQuery('(min-width: 1024px)', undefined, now);
  const [context, setContext] = useKept('context', 'shown');
  return {
    room: wide ? 'four' : medium ? 'two' : 'one',
    views: usePane('views', { usual: 232, min: 176, max: 300 }),
    list: usePane('list', { usual: 372, min: 300, max: 520 }),
    context: usePane('context-width', { usual: 300, min: 260, max: 420 }),
    contextShown: context === 'shown',
    showContext: (shown) => {
      setContext(shown ? 'shown' : 'hidden');
    },
  };
}

function usePane(name: string, { usual, min, max }: { usual: number; min: number; max: number }): Pane {
  const [kept, keep] = useKept(`pane.${name}`, String(usual));
  const width = Math.min(max, Math.max(min, Number(kept) || usual));
  return {
    width,
    min,
    max,
    set: (next) => {
      keep(String(next));
    },
    reset: () => {
      keep(String(usual));
    },
  };
}
