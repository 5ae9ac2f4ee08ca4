import type { CharterReason, MessageView, ModerationAct } from '../../../../../src/contract/index.js';
import { messages } from '../../../api/messages.js';
import { useWords } from '../../../i18n/words-provider.js';
import { useRun } from '../acts/use-run.js';

interface Asked {
  message: MessageView;
  act: ModerationAct;
  reason?: CharterReason;
  /** The new words of a correction. */
  text?: string;
}

/** Asks the network, and offers the way back where there is one. Tells whether it was asked. */
export function useModerate(): (asked: Asked) => Promise<boolean> {
  const words = useWords();
  const run = useRun();
  const moderate = ({ message, ...body }: Asked): Promise<boolean> => {
    const back = backOf({ message, ...body });
    const undo = () => {
      if (back) void moderate(back);
    };
    const text = words.t('moderation.asked', { what: words.t(`moderate.${body.act}`), name: message.author.name });
    return run(messages.moderate(message.id, body), { text, ...(back && { undo }) });
  };
  return moderate;
}

function backOf({ message, act, text }: Asked): Asked | null {
  switch (act) {
    case 'hide':
      return { message, act: 'unhide' };
    case 'like':
      return { message, act: 'unlike' };
    case 'unlike':
      return { message, act: 'like' };
    case 'edit-own':
      return text === message.text ? null : { message, act, text: message.text };
    case 'unhide':
    case 'delete':
      return null;
  }
}
