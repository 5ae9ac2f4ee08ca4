import { warningFor } from '../../../../src/contract/clock-warning.js';
import type { Actor, LiveEvent } from '../../../../src/contract/index.js';
import type { Words } from '../../i18n/words.js';
import { serverTime } from '../../live/server-now.js';
import { toast } from '../../ui/toasts.js';

interface Told {
  me: Actor;
  words: Words;
  open: (ticketId: string) => void;
}

/** An event may be heard twice, after a gap. */
const told = new Set<string>();

/** A few polite words to whoever a ladder's step concerns, once for each step. */
export function tellWarnings(events: readonly LiveEvent[], { me, words, open }: Told): void {
  for (const event of events) {
    const warning = warningFor(me, event);
    if (!warning || told.has(warning.key)) continue;
    told.add(warning.key);
    const { ticket, clock } = warning;
    const left = Date.parse(clock.dueAt) - serverTime.now();
    const facts = {
      clock: words.t(`clock.${clock.kind}`),
      name: ticket.person.name,
      number: ticket.number,
      span: words.span(left),
    };
    toast({
      text: words.t(left > 0 ? 'warning.left' : 'warning.late', facts),
      tone: 'soon',
      act: {
        label: words.t('warning.open'),
        run: () => {
          open(ticket.id);
        },
      },
    });
  }
}
