import { Button } from '@mantine/core';
import type { MessageView } from '../../../../../src/contract/index.js';
import { useAct } from '../../../api/use-act.js';
import { useWords } from '../../../i18n/words-provider.js';
import { useNow } from '../../../live/use-now.js';
import { Icon } from '../../../ui/icon.js';
import { takeBack } from '../composer/take-back.js';
import css from './send-state.module.css';

/** Up to here it is a moment to think again; what goes later was planned. */
const momentMs = 60_000;

/** A reply that has not left yet: when it does, and the way to take it back. */
export function Leaving({ message, at }: { message: MessageView; at: string }) {
  const words = useWords();
  const left = Date.parse(at) - useNow(1000);
  const back = useAct(() => takeBack(message));
  const soon = left < momentMs;
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return (
    <span className={css.leaving}>
      <Icon name="clock" size={13} />
      <span className={css.when}>
        {soon ? words.t('send.leaves-in', { seconds }) : words.t('send.planned', { at: words.moment(at) })}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        disabled={back.isPending}
        onClick={() => {
          back.mutate(undefined);
        }}
      >
        {words.t('send.take-back')}
        {soon && <kbd className={css.key}>z</kbd>}
      </Button>
    </span>
  );
}
