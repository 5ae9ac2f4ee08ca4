import { useCallback, useEffect } from 'react';
import type { Conversation } from '../../../../../src/contract/index.js';
import { useMe } from '../../../api/use-me.js';
import { noteWay, onErasing, syncDrafts, takeInAll } from './draft-sync.js';
import { penDone, penLeft, penTyped } from './pen.js';
import type { ComposerState } from './use-composer.js';
import { useTellErased } from './use-erase.js';

/** Keeps what is written on the server, and the pen in hand while it is. Gives the way to tell of a key that was struck. */
export function useWriting(screen: Conversation, { ticketId, mode, route }: ComposerState): (text: string) => void {
  const { agent } = useMe();
  const tellErased = useTellErased();
  const { drafts } = screen;
  useEffect(() => {
    syncDrafts(agent.id);
    takeInAll(drafts);
  }, [agent.id, drafts]);
  useEffect(() => {
    onErasing(({ id, text }) => {
      if (text.length > worthTelling) tellErased(id);
    });
  }, [tellErased]);
  const threadId = route?.thread.id;
  const accountId = route?.way.accountId;
  useEffect(() => {
    noteWay(ticketId, threadId === undefined || accountId === undefined ? null : { threadId, accountId });
  }, [ticketId, threadId, accountId]);
  useEffect(() => {
    if (mode === 'note') penDone(ticketId);
  }, [ticketId, mode]);
  useEffect(
    () => () => {
      penLeft(ticketId);
    },
    [ticketId],
  );
  return useCallback(
    (text) => {
      if (mode === 'note') return;
      if (text === '') penDone(ticketId);
      else penTyped(ticketId);
    },
    [ticketId, mode],
  );
}

/** A word that was deleted again is not worth a word. */
const worthTelling = 20;
