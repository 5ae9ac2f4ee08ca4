import { useEffect, useRef } from 'react';
import type { Conversation, MessageView } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { announce } from '../../../ui/announcer.js';

const spoken = 120;

type States = ReadonlyMap<string, string>;

/** Says what a customer has just written, and that a message of ours went out or did not. Never on opening. */
export function useAnnounceNew(screen: Conversation): void {
  const words = useWords();
  const known = useRef<{ ticketId: string; states: States } | null>(null);
  useEffect(() => {
    const before = known.current;
    const ticketId = screen.ticket.id;
    known.current = { ticketId, states: new Map(screen.messages.map((one) => [one.id, one.state])) };
    if (before?.ticketId !== ticketId) return;
    sayNewest(words, screen.messages.at(-1), before.states);
    for (const one of screen.messages) saySettled(words, one, before.states);
  }, [screen, words]);
}

function sayNewest(words: Words, newest: MessageView | undefined, before: States): void {
  if (newest?.direction !== 'in' || before.has(newest.id)) return;
  announce(words.t('announce.message', { name: newest.author.name, text: newest.text.slice(0, spoken) }));
}

function saySettled(words: Words, one: MessageView, before: States): void {
  const old = before.get(one.id);
  if (one.direction === 'in' || old === undefined || old === one.state) return;
  if (one.state === 'sent') announce(words.t('announce.sent'));
  if (one.state === 'failed') announce(words.t('announce.failed'), 'assertive');
}
