import { Button } from '@mantine/core';
import type { Conversation, MessageView } from '../../../../../src/contract/index.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import { useNow } from '../../../live/use-now.js';
import { Icon } from '../../../ui/icon.js';
import { useKeys } from '../../../ui/use-keys.js';
import css from './leaving-bar.module.css';
import { momentMs } from './moment-ms.js';
import { useLastSent } from './take-back.js';
import { useTakeBack } from './use-take-back.js';

/** The seconds in which a reply can be taken back, counted by the server's clock; `z` does it. */
export function LeavingBar({ screen }: { screen: Conversation | null }) {
  const leaving = useLeaving(screen);
  return leaving && <Bar message={leaving} elsewhere={leaving.ticketId !== screen?.ticket.id} />;
}

type Leaving = MessageView & { sendsAt: string };

/** One's own last reply that waits to leave: on this ticket, else the one just sent on another. */
function useLeaving(screen: Conversation | null): Leaving | null {
  const { agent } = useMe();
  const last = useLastSent();
  const now = useNow(1000);
  const elsewhere = last && last.ticketId !== screen?.ticket.id ? last : null;
  const message = (screen && leavingHere(screen, agent.id)) ?? elsewhere;
  if (!message || !waits(message)) return null;
  const left = Date.parse(message.sendsAt) - now;
  return left > 0 && left < momentMs ? message : null;
}

function leavingHere(screen: Conversation, agentId: string): Leaving | undefined {
  const own = screen.messages.filter(({ author }) => author.id === agentId).filter(waits);
  const newest = own.at(-1);
  // A public line leaves with the private answer that it belongs to: taking that back takes back both.
  return own.find(({ sendsAt, space }) => sendsAt === newest?.sendsAt && space === 'private') ?? newest;
}

function waits(message: MessageView): message is Leaving {
  return message.state === 'queued' && message.sendsAt !== null;
}

function Bar({ message, elsewhere }: { message: Leaving; elsewhere: boolean }) {
  const words = useWords();
  const back = useTakeBack();
  const seconds = Math.ceil((Date.parse(message.sendsAt) - useNow(1000)) / 1000);
  const undo = () => {
    if (!back.isPending) back.mutate(message);
  };
  useKeys({ z: undo });
  return (
    <div className={css.bar} role="group" aria-label={words.t('leaving.label')}>
      <Icon name="clock" size={16} />
      <span className={css.text}>{words.t(elsewhere ? 'leaving.elsewhere' : 'leaving.here', { seconds })}</span>
      <Button size="compact-sm" variant="default" disabled={back.isPending} onClick={undo}>
        {words.t('shell.cancel')}
        <kbd className={css.key}>z</kbd>
      </Button>
    </div>
  );
}
