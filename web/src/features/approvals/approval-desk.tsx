import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApprovalView, MessageView } from '../../../../src/contract/index.js';
import { approvals } from '../../api/approvals.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Note } from '../../ui/note.js';
import { toast } from '../../ui/toasts.js';
import { useKeys } from '../../ui/use-keys.js';
import css from './approvals.module.css';
import { Edits } from './edits.js';

/** Long enough to see what one has done, short enough for who waits. */
const undoSeconds = 10;

type Decision = { as: 'approve'; text: string } | { as: 'return' | 'reject'; advice: string } | { as: 'confirm' };

interface DeskProps {
  message: MessageView;
  approval: ApprovalView;
}

/** Where it is decided: the text can be changed in place, and goes with one touch. */
export function ApprovalDesk({ message, approval }: DeskProps) {
  const [text, setText] = useState(message.text);
  const [advising, setAdvising] = useState(false);
  const decision = useDecision(message);
  const held = approval.heldSince !== null;
  const approve = () => {
    if (!held && !decision.isPending && text.trim() !== '') decision.mutate({ as: 'approve', text: text.trim() });
  };
  const advise = (on: boolean) => {
    setAdvising(on);
  };
  useKeys({
    a: approve,
    c: () => {
      advise(true);
    },
  });
  const changed = text.trim() !== message.text.trim();
  return (
    <div className={css.desk}>
      <Reply text={text} onText={setText} onApprove={approve} />
      {text.trim() !== approval.submittedText.trim() && <Edits before={approval.submittedText} after={text} />}
      {held && <Held busy={decision.isPending} onConfirm={() => decision.mutate({ as: 'confirm' })} />}
      <RefusalNote error={decision.error} />
      {advising ? (
        <Advice busy={decision.isPending} onDecide={decision.mutate} onBack={advise} />
      ) : (
        <Ends held={held} busy={decision.isPending} changed={changed} onApprove={approve} onAdvise={advise} />
      )}
    </div>
  );
}

interface ReplyProps {
  text: string;
  onText: (text: string) => void;
  onApprove: () => void;
}

function Reply({ text, onText, onApprove }: ReplyProps) {
  const words = useWords();
  return (
    <Textarea
      label={words.t('approval.reply')}
      autosize
      minRows={3}
      maxRows={12}
      value={text}
      onChange={(event) => {
        onText(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onApprove();
      }}
    />
  );
}

interface EndsProps {
  held: boolean;
  busy: boolean;
  changed: boolean;
  onApprove: () => void;
  onAdvise: (on: boolean) => void;
}

function Ends({ held, busy, changed, onApprove, onAdvise }: EndsProps) {
  const words = useWords();
  return (
    <div className={css.acts}>
      <Button
        variant="default"
        onClick={() => {
          onAdvise(true);
        }}
      >
        {words.t('approval.return')}
      </Button>
      <BusyButton className={css.approve ?? ''} busy={busy} disabled={held} onClick={onApprove}>
        {words.t(changed ? 'approval.approve-changed' : 'approval.approve')}
      </BusyButton>
    </div>
  );
}

function useDecision(message: MessageView) {
  const words = useWords();
  return useMutation({
    mutationFn: (decision: Decision) => {
      if (decision.as === 'approve') return approvals.approve(message, decision.text, undoSeconds);
      if (decision.as === 'confirm') return approvals.confirm(message);
      return approvals.decline(message, decision.as, decision.advice);
    },
    onSuccess: (view, { as }) => {
      if (as === 'confirm') return;
      const name = message.author.name;
      const waitsOn = as === 'approve' && view.state === 'approval';
      toast({
        text: words.t(waitsOn ? 'approval.told.second' : `approval.told.${as}`, { name }),
        tone: 'ok',
        ...(as === 'approve' && view.state === 'queued'
          ? { act: { label: words.t('approval.take-back'), run: () => void takeBack(view) } }
          : {}),
      });
    },
  });
}

/** Refused when it went meanwhile: the list shows what became of it. */
function takeBack(view: MessageView): Promise<unknown> {
  return approvals.takeBack(view).catch(() => null);
}

function Held({ busy, onConfirm }: { busy: boolean; onConfirm: () => void }) {
  const words = useWords();
  return (
    <Note tone="soon" title={words.t('approval.customer-wrote')}>
      <p>{words.t('approval.customer-wrote-text')}</p>
      <BusyButton variant="default" busy={busy} onClick={onConfirm}>
        {words.t('approval.confirm')}
      </BusyButton>
    </Note>
  );
}

interface AdviceProps {
  busy: boolean;
  onDecide: (decision: Decision) => void;
  onBack: (on: boolean) => void;
}

function Advice({ busy, onDecide, onBack }: AdviceProps) {
  const words = useWords();
  const [advice, setAdvice] = useState('');
  return (
    <form
      className={css.desk}
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent;
        onDecide({ as: submitter?.dataset['as'] === 'reject' ? 'reject' : 'return', advice });
      }}
    >
      <Textarea
        label={words.t('approval.your-advice')}
        rows={3}
        required
        withAsterisk={false}
        autoFocus
        maxLength={2000}
        value={advice}
        onChange={(event) => {
          setAdvice(event.currentTarget.value);
        }}
      />
      <AdviceEnds busy={busy} onBack={onBack} />
    </form>
  );
}

function AdviceEnds({ busy, onBack }: Pick<AdviceProps, 'busy' | 'onBack'>) {
  const words = useWords();
  return (
    <div className={css.acts}>
      <Button
        variant="subtle"
        onClick={() => {
          onBack(false);
        }}
      >
        {words.t('shell.cancel')}
      </Button>
      <Button type="submit" variant="default" data-as="reject">
        {words.t('approval.reject')}
      </Button>
      <BusyButton type="submit" busy={busy}>
        {words.t('approval.return')}
      </BusyButton>
    </div>
  );
}
