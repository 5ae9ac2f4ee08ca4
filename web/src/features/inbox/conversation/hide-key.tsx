import { useState } from 'react';
import type { Conversation, MessageView } from '../../../../../src/contract/index.js';
import { useKeys } from '../../../ui/use-keys.js';
import { ReasonDialog } from './reason-dialog.js';
import { useModerable } from './use-moderable.js';
import { useModerate } from './use-moderate.js';

/** `h` hides the message that has the focus, else the customer's last one that can be hidden; again, it shows it. */
export function HideKey({ screen }: { screen: Conversation }) {
  const actsOn = useModerable(screen);
  const moderate = useModerate();
  const [asked, setAsked] = useState<MessageView | null>(null);
  useKeys({
    h: () => {
      const here = document.activeElement?.closest<HTMLElement>('[data-message]')?.dataset['message'];
      for (const message of screen.messages.toReversed()) {
        if (here === undefined ? message.direction !== 'in' : message.id !== here) continue;
        const acts = actsOn(message);
        if (acts.includes('hide')) setAsked(message);
        else if (acts.includes('unhide')) void moderate({ message, act: 'unhide' });
        else continue;
        return;
      }
    },
  });
  return (
    asked && (
      <ReasonDialog
        act="hide"
        message={asked}
        onDone={() => {
          setAsked(null);
        }}
        onReason={(reason) => void moderate({ message: asked, act: 'hide', reason })}
      />
    )
  );
}
