import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { textLength, type Conversation, type MessageView } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { BusyButton } from '../../../ui/busy-button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form, FormActs } from '../../../ui/form.js';
import css from './moderate-menu.module.css';

interface EditDialogProps {
  screen: Conversation;
  message: MessageView;
  onDone: () => void;
  /** Whether the correction was taken. */
  onText: (text: string) => Promise<boolean>;
}

/** Other words for what we said: they stay in the field until they are taken. */
export function EditDialog({ screen, message, onDone, onText }: EditDialogProps) {
  const words = useWords();
  const [text, setText] = useState(message.text);
  const [busy, setBusy] = useState(false);
  const over = tooLong(screen, message, text);
  const good = text.trim() !== '' && text !== message.text && over <= 0;
  const submit = async () => {
    if (!good || busy) return;
    setBusy(true);
    const taken = await onText(text);
    setBusy(false);
    if (taken) onDone();
  };
  return (
    <Dialog opened onClose={onDone} title={words.t('moderate.edit-own.title')} closeLabel={words.t('shell.close')}>
      <p className={css.effect}>{words.t('moderate.edit-own.effect')}</p>
      <Form onSubmit={() => void submit()}>
        <NewText text={text} over={over} onText={setText} onSubmit={() => void submit()} />
        <FormActs>
          <Button variant="default" onClick={onDone}>
            {words.t('shell.cancel')}
          </Button>
          <BusyButton type="submit" busy={busy} disabled={!good}>
            {words.t('moderate.edit-own.submit')}
          </BusyButton>
        </FormActs>
      </Form>
    </Dialog>
  );
}

interface NewTextProps {
  text: string;
  over: number;
  onText: (text: string) => void;
  onSubmit: () => void;
}

function NewText({ text, over, onText, onSubmit }: NewTextProps) {
  const words = useWords();
  return (
    <Textarea
      label={words.t('moderate.edit-own.text')}
      autosize
      minRows={3}
      maxRows={12}
      data-autofocus
      value={text}
      error={over > 0 && words.t('composer.too-long', { over })}
      onChange={(event) => {
        onText(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit();
      }}
    />
  );
}

/** By how much; the network's limit for a reply is the one for its correction. */
function tooLong({ threads }: Conversation, { threadId, space }: MessageView, text: string): number {
  const way = threads.find(({ id }) => id === threadId)?.ways.find((one) => one.space === space);
  return way ? textLength(text, way.unit) - way.maxLength : 0;
}
