import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { meQuery } from '../../api/session.js';
import { Live } from '../../live/live.js';
import { connectLate } from '../../live/connect-late.js';
import { applyLive, askCursor, reloadLive } from '../apply-live.js';
import { useWarnings } from './use-warnings.js';

/** The live connection of the one who is signed in: open as long as the shell is on the screen. */
export function useLiveLink(): Live {
  const cache = useQueryClient();
  const warnings = useWarnings();
  const [live] = useState(
    () =>
      new Live({
        connect: connectLate,
        apply: (events) => {
          applyLive(cache, events);
          warnings.current(events);
        },
        reload: () => reloadLive(cache),
        // Whether it was the session that ended is asked in the usual way, which opens the sign-in dialog.
        refused: () => void cache.refetchQueries({ queryKey: meQuery.queryKey }),
      }),
  );
  useEffect(() => {
    const stop = live.start();
    void askCursor().then((cursor) => {
      if (cursor !== null) live.client.loaded(cursor);
    });
    return stop;
  }, [live]);
  return live;
}
