import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskView } from '../../../../src/contract/index.js';
import { hasCode } from '../../api/api-error.js';
import { asks, type Review } from '../../api/experts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { tickets } from '../../api/tickets.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Dialog } from '../../ui/dialog.js';
import { toast } from '../../ui/toasts.js';
import { Changes } from './changes.js';
import css from './experts.module.css';

interface ReviewDialogProps {
  ask: AskView;
  onClose: () => void;
}

/** The coach reads before the customer does: lets it go, as it is or changed, or sends it back with advice. */
export function ReviewDialog({ ask, onClose }: ReviewDialogProps) {
  const words = useWords();
  const title = words.t('review.title', { name: ask.expert.name });
  return (
    <Dialog opened onClose={onClose} title={title} closeLabel={words.t('shell.close')} size="lg">
      <Reading ask={ask} onClose={onClose} />
    </Dialog>
  );
}

function Reading({ ask, onClose }: ReviewDialogProps) {
  const words = useWords();
  const draft = ask.draft ?? '';
  const [text, setText] = useState(draft);
  const [returning, setReturning] = useState(false);
  const review = useReview(ask, onClose);
  const changed = text.trim() !== draft.trim();
  const sendBack = () => {
    setReturning(true);
  };
  return (
    <div className={css.parts}>
      <p className={css.question}>{ask.question}</p>
      <Textarea
        label={words.t('review.text')}
        description={`— ${ask.signature}`}
        inputWrapperOrder={['label', 'input', 'description']}
        autosize
        minRows={4}
        data-autofocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      {changed && <Changes before={draft} after={text} />}
      <p className={css.quiet}>{words.t('review.checks')}</p>
      <RefusalNote error={review.error} />
      {returning ? (
        <Return busy={review.isPending} onReturn={review.mutate} />
      ) : (
        <Ends ask={ask} text={text.trim()} changed={changed} review={review} onReturn={sendBack} />
      )}
    </div>
  );
}

interface EndsProps {
  ask: AskView;
  text: string;
  changed: boolean;
  review: ReturnType<typeof useReview>;
  onReturn: () => void;
}

function Ends({ ask, text, changed, review, onReturn }: EndsProps) {
  const words = useWords();
  const seenMessageId = useLastMessage(ask.ticketId);
  const isStale = hasCode(review.error, 'ticket.stale');
  const label = isStale ? 'review.approve-anyway' : changed ? 'review.approve-changed' : 'review.approve';
  return (
    <div className={css.ends}>
      <Button variant="default" onClick={onReturn}>
        {words.t('review.return')}
      </Button>
      <BusyButton
        busy={review.isPending}
        onClick={() => {
          review.mutate({ as: 'approve', text, seenMessageId, anyway: isStale });
        }}
      >
        {words.t(label)}
      </BusyButton>
    </div>
  );
}

function useReview(ask: AskView, onClose: () => void) {
  const words = useWords();
  const { signature, expert } = ask;
  return useMutation({
    mutationFn: (body: Review) => asks.review(ask.id, body),
    onSuccess: (_view, { as }) => {
      const published = words.t('review.published', { signature });
      toast({ text: as === 'approve' ? published : words.t('review.returned', { name: expert.name }), tone: 'ok' });
      onClose();
    },
  });
}

/** What the customer had written when the coach began to read. */
function useLastMessage(ticketId: string): string | null {
  const { data } = useQuery({
    queryKey: ['ask-ticket', ticketId],
    queryFn: () => tickets.open(ticketId),
    staleTime: 0,
  });
  return data?.messages.at(-1)?.id ?? null;
}

function Return({ busy, onReturn }: { busy: boolean; onReturn: (review: Review) => void }) {
  const words = useWords();
  const [advice, setAdvice] = useState('');
  return (
    <form
      className={css.parts}
      onSubmit={(event) => {
        event.preventDefault();
        onReturn({ as: 'return', advice });
      }}
    >
      <Textarea
        label={words.t('review.advice')}
        rows={3}
        required
        withAsterisk={false}
        autoFocus
        value={advice}
        onChange={(event) => {
          setAdvice(event.currentTarget.value);
        }}
      />
      <div className={css.ends}>
        <BusyButton type="submit" busy={busy}>
          {words.t('review.return')}
        </BusyButton>
      </div>
    </form>
  );
}
