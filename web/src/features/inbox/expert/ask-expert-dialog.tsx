import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskMode, Conversation, TicketRow } from '../../../../../src/contract/index.js';
import { asks, suggestionsQuery } from '../../../api/experts.js';
import { RefusalNote } from '../../../api/refusal-note.js';
import { topicChoicesQuery } from '../../../api/tickets.js';
import { uuid } from '../../../api/uuid.js';
import { useWords } from '../../../i18n/words-provider.js';
import { BusyButton } from '../../../ui/busy-button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form, FormActs } from '../../../ui/form.js';
import { toast } from '../../../ui/toasts.js';
import { conversationKey } from '../apply-live.js';
import { ModeChoice } from './mode-choice.js';
import { WhoChoice } from './who-choice.js';

interface AskExpertDialogProps {
  row: TicketRow;
  onDone: () => void;
}

interface Asked {
  question: string;
  mode: AskMode;
  topic: string;
  expertId: string | null;
  unmasked: boolean;
}

/** A question to somebody who knows. The ticket stays here, and the customer's clock goes on. */
export function AskExpertDialog({ row, onDone }: AskExpertDialogProps) {
  const words = useWords();
  return (
    <Dialog opened onClose={onDone} title={words.t('ask-dialog.title')} closeLabel={words.t('shell.close')} size="lg">
      <AskForm row={row} onDone={onDone} />
    </Dialog>
  );
}

function AskForm({ row, onDone }: AskExpertDialogProps) {
  const words = useWords();
  const lastWords = useLastWords(row);
  const [asked, setAsked] = useState<Asked>({
    ...{ question: lastWords, mode: 'public', topic: row.topic ?? '', expertId: null, unmasked: false },
  });
  const change = (next: Partial<Asked>) => {
    setAsked({ ...asked, ...next });
  };
  const ask = useAsk(row, asked, onDone);
  return (
    <Form
      onSubmit={() => {
        ask.mutate();
      }}
    >
      <Fields row={row} asked={asked} onChange={change} />
      <RefusalNote error={ask.error} />
      <FormActs>
        <Button variant="default" onClick={onDone}>
          {words.t('shell.cancel')}
        </Button>
        <BusyButton type="submit" busy={ask.isPending}>
          {words.t('ask-dialog.do')}
        </BusyButton>
      </FormActs>
    </Form>
  );
}

interface FieldsProps {
  row: TicketRow;
  asked: Asked;
  onChange: (next: Partial<Asked>) => void;
}

function Fields({ row, asked, onChange }: FieldsProps) {
  const words = useWords();
  const { data: suggested } = useQuery(suggestionsQuery(row.id, asked.topic === '' ? null : asked.topic));
  return (
    <>
      {suggested && <p>{words.t('ask-dialog.lead', { due: words.moment(suggested.dueAt) })}</p>}
      <QuestionField question={asked.question} onChange={onChange} />
      <ModeChoice
        mode={asked.mode}
        onChoose={(mode) => {
          onChange({ mode });
        }}
      />
      <TopicField
        topic={asked.topic}
        onChoose={(topic) => {
          onChange({ topic, expertId: null });
        }}
      />
      <WhoChoice
        row={row}
        experts={suggested?.experts ?? null}
        chosen={asked.expertId}
        onChoose={(expertId) => {
          onChange({ expertId });
        }}
      />
      <Checkbox
        label={words.t('ask-dialog.unmasked')}
        description={words.t('ask-dialog.unmasked-text')}
        checked={asked.unmasked}
        onChange={(event) => {
          onChange({ unmasked: event.currentTarget.checked });
        }}
      />
    </>
  );
}

function QuestionField({ question, onChange }: Pick<FieldsProps, 'onChange'> & { question: string }) {
  const words = useWords();
  return (
    <Textarea
      label={words.t('ask-dialog.question')}
      autosize
      minRows={3}
      maxRows={8}
      maxLength={2000}
      required
      withAsterisk={false}
      data-autofocus
      value={question}
      onChange={(event) => {
        onChange({ question: event.currentTarget.value });
      }}
    />
  );
}

function useAsk(row: TicketRow, { topic, ...asked }: Asked, onDone: () => void) {
  const words = useWords();
  // The same for every try: whoever presses twice asks once.
  const [clientId] = useState(uuid);
  return useMutation({
    mutationFn: () => asks.ask(row.id, { ...asked, clientId, topic: topic === '' ? null : topic }),
    onSuccess: ({ expert, holdingReply: text }) => {
      toast({ text: words.t('ask-dialog.done', { name: expert.name, text }), tone: 'ok' });
      onDone();
    },
  });
}

/** What the customer wrote last: the question is most often in it. */
function useLastWords(row: TicketRow): string {
  const cache = useQueryClient();
  const screen = cache.getQueryData<Conversation>(conversationKey(row.id));
  return screen?.messages.findLast(({ direction }) => direction === 'in')?.text ?? row.preview;
}

function TopicField({ topic, onChoose }: { topic: string; onChoose: (topic: string) => void }) {
  const words = useWords();
  const { data: topics = [] } = useQuery(topicChoicesQuery);
  return (
    <NativeSelect
      label={words.t('ask-dialog.topic')}
      value={topic}
      data={[
        { value: '', label: words.t('ask-dialog.no-topic') },
        ...topics.map(({ id, name }) => ({ value: id, label: name[words.locale] })),
      ]}
      onChange={(event) => {
        onChoose(event.currentTarget.value);
      }}
    />
  );
}
