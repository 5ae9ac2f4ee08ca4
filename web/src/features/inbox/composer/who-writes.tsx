import type { TicketRow } from '../../../../../src/contract/index.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import { usePresence } from '../../../live/live-context.js';
import { PlainLine } from './warnings.js';

/** Two answers to one customer are worse than none: says who is already at it. */
export function WhoWrites({ ticket }: { ticket: TicketRow }) {
  const words = useWords();
  const { agent } = useMe();
  const writing = usePresence(ticket.id).filter(({ id, drafting }) => drafting && id !== agent.id);
  if (writing.length > 0) {
    const names = words.list(writing.map(({ name }) => name));
    return <PlainLine icon="pencil" text={words.t('composer.writing', { names, count: writing.length })} />;
  }
  if (ticket.owner && ticket.owner.id !== agent.id && ticket.state !== 'closed') {
    return <PlainLine icon="person" text={words.t('composer.owned', { name: ticket.owner.name })} />;
  }
  return null;
}
