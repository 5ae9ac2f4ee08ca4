import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { awaitedStates, type AskView, type Conversation } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { useActs } from '../acts/acts-context.js';
import { Section } from '../context/section.js';
import css from './expert.module.css';

/** What was asked of experts about this ticket, and what came of it. */
export function AsksPanel({ screen: { ticket, asks } }: { screen: Conversation }) {
  const words = useWords();
  const { ask } = useActs();
  if (ticket.state === 'closed' && asks.length === 0) return null;
  return (
    <Section title={words.t('asks.panel')}>
      {asks.length > 0 && (
        <ul className={css.asks}>
          {asks.map((one) => (
            <li key={one.id} className={css.ask}>
              <p className={css.name}>
                {one.expert.name} · {stateWords(words, one)}
              </p>
              <p className={css.about}>{one.question}</p>
              {awaitedStates.includes(one.state) && <Holding text={one.holdingReply} />}
            </li>
          ))}
        </ul>
      )}
      <div className={css.foot}>
        {ticket.state !== 'closed' && (
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              ask('expert', ticket);
            }}
          >
            {words.t('act.expert')}
          </Button>
        )}
        {asks.length > 0 && (
          <Link to="/experts" search={{ tab: 'mine' }}>
            {words.t('experts.tab.mine')}
          </Link>
        )}
      </div>
    </Section>
  );
}

/** For when the customer should not wait in silence. */
function Holding({ text }: { text: string }) {
  const words = useWords();
  return (
    <details>
      <summary className={css.summary}>{words.t('ask.holding')}</summary>
      <p className={css.holding}>{text}</p>
    </details>
  );
}

function stateWords(words: Words, { state, laterUntil }: AskView): string {
  return words.t(`ask-state.${state}`, { until: laterUntil === null ? '…' : words.moment(laterUntil) });
}
