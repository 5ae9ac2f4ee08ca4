import { Button } from '@mantine/core';
import type { MessageView } from '../../../../../src/contract/index.js';
import { messages } from '../../../api/messages.js';
import { useAct } from '../../../api/use-act.js';
import type { PhraseKey } from '../../../i18n/phrases.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { Icon } from '../../../ui/icon.js';
import type { IconName } from '../../../ui/icon-paths.js';
import { Leaving } from './leaving.js';
import css from './send-state.module.css';

type Settle = 'retry' | 'discard' | 'sent' | 'not-sent';

/** How far a message of ours has come, in words; and what can be done when it did not. */
export function SendState({ message }: { message: MessageView }) {
  if (message.state === 'failed' || message.state === 'unknown') return <Trouble message={message} />;
  if (message.state === 'queued' && message.sendsAt !== null) return <Leaving message={message} at={message.sendsAt} />;
  return <Progress message={message} />;
}

function Progress({ message }: { message: MessageView }) {
  const words = useWords();
  const step = stepOf(message);
  const again = (message.state === 'queued' && message.failure?.retryAt) || null;
  if (!step) return null;
  return (
    <span className={css.progress} data-step={step.key}>
      <Icon name={step.icon} size={13} />
      {words.t(step.key)}
      {again !== null && <> · {words.t('send.retry-at', { at: words.time(again) })}</>}
    </span>
  );
}

interface Step {
  key: PhraseKey;
  icon: IconName;
}

function stepOf(message: MessageView): Step | null {
  switch (message.state) {
    case 'queued':
      return { key: message.failure ? 'send.waiting' : 'send.queued', icon: 'clock' };
    case 'sending':
      return { key: 'send.sending', icon: 'send' };
    case 'sent':
      return arrived(message);
    case 'discarded':
      return { key: 'send.discarded', icon: 'bin' };
    default:
      return null;
  }
}

function arrived({ readAt, deliveredAt }: MessageView): Step {
  if (readAt !== null) return { key: 'send.read', icon: 'eye' };
  return { key: deliveredAt === null ? 'send.sent' : 'send.delivered', icon: 'tick' };
}

const ways = {
  failed: [
    { how: 'retry', label: 'send.retry' },
    { how: 'discard', label: 'send.discard' },
  ],
  unknown: [
    { how: 'sent', label: 'send.was-sent' },
    { how: 'not-sent', label: 'send.was-not-sent' },
  ],
} as const;

function settle(messageId: string, how: Settle): Promise<MessageView> {
  if (how === 'retry') return messages.retry(messageId);
  if (how === 'discard') return messages.discard(messageId);
  return messages.settle(messageId, how);
}

function Trouble({ message }: { message: MessageView }) {
  const words = useWords();
  const act = useAct((how: Settle) => settle(message.id, how));
  const failed = message.state === 'failed';
  return (
    <div className={css.trouble} role="group" aria-label={words.t('send.trouble')}>
      <p>
        <Icon name="late" size={14} solid />
        <span>
          <strong>{words.t(failed ? 'send.failed' : 'send.unknown')}</strong>{' '}
          {failed ? failureText(words, message) : words.t('send.unknown.why')}
        </span>
      </p>
      <div className={css.acts}>
        {ways[failed ? 'failed' : 'unknown'].map(({ how, label }) => (
          <Button
            key={how}
            size="compact-xs"
            variant="default"
            disabled={act.isPending}
            onClick={() => {
              act.mutate(how);
            }}
          >
            {words.t(label)}
          </Button>
        ))}
      </div>
    </div>
  );
}

const failures: Readonly<Record<string, PhraseKey>> = {
  'try-again': 'failure.try-again',
  'rate-limited': 'failure.rate-limited',
  'needs-reauth': 'failure.needs-reauth',
  'window-closed': 'failure.window-closed',
  'customer-unreachable': 'failure.customer-unreachable',
  rejected: 'failure.rejected',
  'not-sent': 'failure.not-sent',
  'customer-wrote': 'failure.customer-wrote',
  'not-sent-with-private': 'failure.not-sent-with-private',
};

function failureText(words: Words, { failure }: MessageView): string {
  const key = failures[failure?.kind ?? ''] ?? 'failure.rejected';
  return words.t(key, { code: failure?.code ?? '' });
}
