import type { UseMutationResult } from '@tanstack/react-query';
import type { MessageView } from '../../../../../src/contract/index.js';
import { useAct } from '../../../api/use-act.js';
import { useWords } from '../../../i18n/words-provider.js';
import { announce } from '../../../ui/announcer.js';
import { usePlace } from '../place.js';
import { caretOf, takeBack, writeOn } from './take-back.js';

/** Takes a reply back into the composer of its ticket, with everything as it was. */
export function useTakeBack(): UseMutationResult<number, Error, MessageView> {
  const words = useWords();
  const place = usePlace();
  return useAct(
    async (message: MessageView) => {
      const caret = caretOf(message);
      await takeBack(message);
      return caret;
    },
    (caret, message) => {
      announce(words.t('announce.taken-back'));
      if (place.ticketId !== message.ticketId) place.openTicket(message.ticketId);
      writeOn(message, caret);
    },
  );
}
