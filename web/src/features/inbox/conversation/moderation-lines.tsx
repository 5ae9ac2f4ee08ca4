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
import type { PhraseKey } from '../../../i18n/phrases.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import css from './moderate-menu.module.css';

const shown = 3;

/** Who did what to a message, why, and whether the network has done it: the last few, the newest first. */
export function ModerationLines({ screen, message }: { screen: Conversation; message: MessageView }) {
  const words = useWords();
  const told = message.moderations.filter(isTold).slice(0, shown);
  if (told.length === 0) return null;
  return (
    <ul className={css.lines} aria-label={words.t('moderation.label')}>
      {told.map((one) => (
        <li key={one.id} data-state={one.state}>
          <span title={words.moment(one.at)}>{lineOf(words, one)}</span>
          {one.state === 'requested' && <Decide screen={screen} one={one} />}
        </li>
      ))}
    </ul>
  );
}

/** A like shows itself; that there is none has to be said. */
function isTold({ act, failure }: ModerationView): boolean {
  return (act !== 'like' && act !== 'unlike') || failure !== null;
}

function lineOf(words: Words, one: ModerationView): string {
  const parts = [stateOf(words, one), reasonOf(words, one), failureOf(words, one)];
  if (one.decidedBy && one.state !== 'declined') parts.push(words.t('moderation.agreed', { name: one.decidedBy.name }));
  return parts.filter((part) => part !== null).join(' · ');
}

function stateOf(words: Words, { act, state, by, decidedBy }: ModerationView): string {
  const what = words.t(`moderate.${act}`);
  if (state !== 'declined') return words.t(`moderation.${state}`, { what, name: by.name });
  if (decidedBy?.id === by.id) return words.t('moderation.withdrawn', { what, name: by.name });
  return words.t('moderation.declined', { what, name: by.name, decider: decidedBy?.name ?? '…' });
}

function reasonOf(words: Words, { reason }: ModerationView): string | null {
  const point = charterReasons.find((one) => one === reason);
  return point === undefined ? null : words.t(`charter.${point}`);
}

const failures: Readonly<Record<string, PhraseKey>> = {
  'try-again': 'moderation.why.try-again',
  'rate-limited': 'moderation.why.rate-limited',
  'needs-reauth': 'moderation.why.needs-reauth',
};

/** Why it was not done; of what is tried again, when. What was done at last owes no explanation. */
function failureOf(words: Words, { state, failure }: ModerationView): string | null {
  if (!failure || state === 'done') return null;
  const why = words.t(failures[failure.kind] ?? 'moderation.why.rejected', { code: failure.code });
  return failure.retryAt === null ? why : `${why} · ${words.t('send.retry-at', { at: words.time(failure.retryAt) })}`;
}

/** A second person agrees, or does not; who asked may only take the wish back. */
function Decide({ screen, one }: { screen: Conversation; one: ModerationView }) {
  const words = useWords();
  const { agent } = useMe();
  const decide = useAct((as: 'confirm' | 'decline') =>
    as === 'confirm' ? messages.confirmModeration(one.id) : messages.declineModeration(one.id),
  );
  const scope = { lane: screen.ticket.lane, ownerId: screen.ticket.owner?.id ?? null };
  if (!may(agent, 'message.moderate', scope).ok) return null;
  const own = agent.id === one.by.id;
  return (
    <span className={css.decide}>
      {(own ? (['decline'] as const) : (['confirm', 'decline'] as const)).map((as) => (
        <Button
          key={as}
          size="compact-xs"
          variant="default"
          disabled={decide.isPending}
          onClick={() => {
            decide.mutate(as);
          }}
        >
          {words.t(own ? 'moderation.withdraw' : `moderation.${as}`)}
        </Button>
      ))}
    </span>
  );
}
