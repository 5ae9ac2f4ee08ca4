import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ApprovalView, MessageView } from '../../../../../src/contract/index.js';
import { approvals } from '../../../api/approvals.js';
import { messages } from '../../../api/messages.js';
import { useAct } from '../../../api/use-act.js';
import { useWords } from '../../../i18n/words-provider.js';
import { BusyButton } from '../../../ui/busy-button.js';
import css from './approval-lines.module.css';

interface Props {
  message: MessageView;
  approval: ApprovalView;
}

const reworkable: readonly ApprovalView['state'][] = ['pending', 'returned', 'not_picked'];

/** What its author can do with a reply that waits, or came back. */
export function AuthorActs({ message, approval }: Props) {
  const words = useWords();
  const [writing, setWriting] = useState(false);
  const drop = useAct(() => messages.discard(message.id));
  const confirm = useAct(() => approvals.confirm(message));
  if (message.state !== 'approval' && message.state !== 'draft') return null;
  if (writing) {
    return (
      <Rework
        message={message}
        onDone={() => {
          setWriting(false);
        }}
      />
    );
  }
  return (
    <div className={css.acts}>
      {approval.state === 'pending' && approval.heldSince !== null && (
        <Button size="compact-xs" variant="default" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
          {words.t('approval.confirm')}
        </Button>
      )}
      {reworkable.includes(approval.state) && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            setWriting(true);
          }}
        >
          {words.t('approval.rework')}
        </Button>
      )}
      <Button size="compact-xs" variant="default" disabled={drop.isPending} onClick={() => drop.mutate()}>
        {words.t(approval.state === 'pending' ? 'approval.withdraw' : 'approval.drop')}
      </Button>
    </div>
  );
}

function Rework({ message, onDone }: { message: MessageView; onDone: () => void }) {
  const words = useWords();
  const [text, setText] = useState(message.text);
  const submit = useAct(() => approvals.rework(message, text.trim()), onDone);
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate();
      }}
    >
      <Textarea
        label={words.t('approval.reply')}
        autosize
        minRows={3}
        maxRows={12}
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <div className={css.acts}>
        <Button size="compact-sm" variant="subtle" onClick={onDone}>
          {words.t('shell.cancel')}
        </Button>
        <BusyButton size="compact-sm" type="submit" busy={submit.isPending}>
          {words.t('approval.resubmit')}
        </BusyButton>
      </div>
    </form>
  );
}
