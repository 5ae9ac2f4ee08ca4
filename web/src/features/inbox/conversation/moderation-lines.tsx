import { Button } from '@mantine/core';
import {
  charterReasons,
  may,
  type Conversation,
  type MessageView,
  type ModerationView,
} from '../../../../../src/contract/index.js';
import { messages } from '../../../api/messages.js';
import { useAct } from '../../../api/use-act.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import css from './moderate-menu.module.css';

/** Who did what to a message, why, and whether the network has done it. */
export function ModerationLines({ screen, message }: { screen: Conversation; message: MessageView }) {
  const words = useWords();
  const told = message.moderations.filter(({ act }) => act !== 'like' && act !== 'unlike').slice(-3);
  if (told.length === 0) return null;
  return (
    <ul className={css.lines} aria-label={words.t('moderation.label')}>
      {told.map((one) => (
        <li key={one.id} data-state={one.state}>
          {lineOf(words, one)}
          {one.state === 'requested' && <Decide screen={screen} one={one} />}
        </li>
      ))}
    </ul>
  );
}

function lineOf(words: Words, { act, state, by, reason }: ModerationView): string {
  const what = words.t(`moderate.${act}`);
  const point = charterReasons.find((one) => one === reason);
  const why = point === undefined ? '' : ` · ${words.t(`charter.${point}`)}`;
  return words.t(`moderation.${state}`, { what, name: by.name }) + why;
}

/** A second person agrees, or does not; who asked waits. */
function Decide({ screen, one }: { screen: Conversation; one: ModerationView }) {
  const words = useWords();
  const { agent } = useMe();
  const decide = useAct((as: 'confirm' | 'decline') =>
    as === 'confirm' ? messages.confirmModeration(one.id) : messages.declineModeration(one.id),
  );
  const scope = { lane: screen.ticket.lane, ownerId: screen.ticket.owner?.id ?? null };
  if (agent.id === one.by.id || !may(agent, 'message.moderate', scope).ok) return null;
  return (
    <span className={css.decide}>
      {(['confirm', 'decline'] as const).map((as) => (
        <Button
          key={as}
          size="compact-xs"
          variant="default"
          disabled={decide.isPending}
          onClick={() => {
            decide.mutate(as);
          }}
        >
          {words.t(`moderation.${as}`)}
        </Button>
      ))}
    </span>
  );
}
