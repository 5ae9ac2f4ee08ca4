import { Button } from '@mantine/core';
import type { MessageView } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { useNow } from '../../../live/use-now.js';
import { Icon } from '../../../ui/icon.js';
import { momentMs } from '../composer/moment-ms.js';
import { useTakeBack } from '../composer/use-take-back.js';
import css from './send-state.module.css';

/** A reply that has not left yet: when it does, and, when it was planned, the way to write it anew. */
export function Leaving({ message, at }: { message: MessageView; at: string }) {
  const words = useWords();
  const left = Date.parse(at) - useNow(1000);
  const back = useTakeBack();
  const soon = left < momentMs;
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return (
    <span className={css.leaving}>
      <Icon name="clock" size={13} />
      <span className={css.when}>
        {soon ? words.t('send.leaves-in', { seconds }) : words.t('send.planned', { at: words.moment(at) })}
      </span>
      {!soon && (
        <Button
          size="compact-xs"
          variant="default"
          disabled={back.isPending}
          onClick={() => {
            back.mutate(message);
          }}
        >
          {words.t('send.take-back')}
        </Button>
      )}
    </span>
  );
}
