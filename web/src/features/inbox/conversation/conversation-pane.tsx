import { Button } from '@mantine/core';
import { refusedOf } from '../../../api/api-error.js';
import { refusalText } from '../../../i18n/refusal-words.js';
import { useWords } from '../../../i18n/words-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import css from './conversation-pane.module.css';
import { ConversationSkeleton } from './conversation-skeleton.js';
import { OpenTicket } from './open-ticket.js';
import { useConversation } from './use-conversation.js';

interface PaneProps {
  ticketId: string;
  onBack: (() => void) | null;
  onContext: () => void;
  contextShown: boolean;
}

export function ConversationPane(props: PaneProps) {
  const words = useWords();
  const query = useConversation(props.ticketId);
  return (
    <section className={css.pane} aria-label={words.t('conversation.label')}>
      {query.isPending && <ConversationSkeleton />}
      {query.isError && !query.data && (
        <EmptyState
          icon="broken"
          title={words.t('conversation.failed')}
          text={refusalText(words, refusedOf(query.error))}
        >
          <Button variant="default" onClick={() => void query.refetch()}>
            {words.t('shell.try-again')}
          </Button>
          {props.onBack && (
            <Button variant="subtle" onClick={props.onBack}>
              {words.t('shell.back')}
            </Button>
          )}
        </EmptyState>
      )}
      {query.data && <OpenTicket {...props} screen={query.data} />}
    </section>
  );
}
