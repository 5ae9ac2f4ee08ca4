import { Tooltip } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/words-provider.js';
import { indicate, type Indication } from '../../live/indicator.js';
import { useLiveStatus } from '../../live/live-context.js';
import { useNow } from '../../live/use-now.js';
import { announce } from '../../ui/announcer.js';
import css from './connection.module.css';

export function useIndication(): Indication {
  return indicate(useLiveStatus(), useNow(1000));
}

/** Live, or says it is not: a dot and a word, and how old the data are. */
export function Connection() {
  const words = useWords();
  const now = useNow(1000);
  const { heardAt } = useLiveStatus();
  const { kind } = useIndication();
  useSaid(kind);
  const word = words.t(`live.${kind}`);
  const age = words.t('live.age', { span: words.span(Math.max(0, now - heardAt)) });
  return (
    <Tooltip label={age}>
      <span className={css.connection} data-kind={kind} tabIndex={0} role="img" aria-label={`${word}. ${age}`}>
        <span className={css.dot} />
        <span className={css.word}>{word}</span>
      </span>
    </Tooltip>
  );
}

/** Tells those who do not see the dot of what matters: that it went, and that it is back. */
function useSaid(kind: Indication['kind']): void {
  const words = useWords();
  const before = useRef(kind);
  useEffect(() => {
    const was = before.current;
    before.current = kind;
    if (was === kind) return;
    if (kind === 'offline') announce(words.t('live.offline'), 'assertive');
    if (was === 'offline' && kind !== 'reconnecting') announce(words.t('live.back'));
  }, [kind, words]);
}
