import { Button, Checkbox, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { signed, textLength, type AskPage } from '../../../../../src/contract/index.js';
import { hasCode } from '../../../api/api-error.js';
import { askPageQuery, askPages } from '../../../api/experts.js';
import { RefusalNote } from '../../../api/refusal-note.js';
import { useWords } from '../../../i18n/words-provider.js';
import { BusyButton } from '../../../ui/busy-button.js';
import { Note } from '../../../ui/note.js';
import css from './phone.module.css';
import { ReplyPreview } from './reply-preview.js';
import { useDraft, type Draft } from './use-draft.js';

/** The answer, with what the coach would say beside it: who reads it, how long it may be, what not to say. */
export function AnswerEditor({ page }: { page: AskPage }) {
  const words = useWords();
  const { ask } = page;
  const draft = useDraft(page);
  const [agreed, setAgreed] = useState(false);
  const isPublic = ask.mode === 'public';
  const submit = useSubmit(page, draft, agreed);
  const asksConsent = isPublic && !page.consented;
  return (
    <form
      className={css.editor}
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate();
      }}
    >
      <Frame page={page} />
      <TextField page={page} draft={draft} />
      {draft.isStale && <Stale page={page} draft={draft} />}
      {isPublic && draft.text.trim() !== '' && <ReplyPreview page={page} text={draft.text.trim()} />}
      {asksConsent && (
        <Checkbox
          size="md"
          checked={agreed}
          label={words.t('answer.consent', { signature: ask.signature })}
          onChange={(event) => {
            setAgreed(event.currentTarget.checked);
          }}
        />
      )}
      <WhyNot error={submit.error} />
      <BusyButton type="submit" size="lg" busy={submit.isPending}>
        {words.t('answer.submit')}
      </BusyButton>
    </form>
  );
}

function useSubmit(page: AskPage, draft: Draft, consent: boolean) {
  const cache = useQueryClient();
  const { ask, messages } = page;
  return useMutation({
    mutationFn: async () => {
      const revision = await draft.settled();
      const seenMessageId = messages.at(-1)?.id ?? null;
      await askPages.submit(ask.id, { text: draft.text, revision, consent, seenMessageId, anyway: false });
    },
    // What is new is shown either way: the answer handed in, or what the customer wrote meanwhile.
    onSettled: () => cache.invalidateQueries(askPageQuery(ask.id)),
  });
}

function TextField({ page, draft }: { page: AskPage; draft: Draft }) {
  const words = useWords();
  const { ask, accountName: account, networkName: network, audience } = page;
  const isPublic = ask.mode === 'public';
  const whole = isPublic ? signed(draft.text, ask.signature) : draft.text;
  const left = page.maxLength - textLength(whole, page.unit);
  const length = left < 0 ? words.t('answer.over', { over: -left }) : words.t('answer.left', { left });
  return (
    <>
      <Textarea
        size="md"
        label={words.t('answer.text')}
        description={words.t(isPublic ? `answer.audience-${audience}` : 'answer.audience-advice', { account, network })}
        autosize
        minRows={5}
        maxRows={14}
        required
        withAsterisk={false}
        value={draft.text}
        error={left < 0 ? length : null}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        onChange={(event) => {
          draft.write(event.currentTarget.value);
        }}
      />
      <p className={css.quiet}>
        {left >= 0 && `${length} · `}
        {words.t(`answer.${draft.state}`)}
      </p>
    </>
  );
}

/** Newer words of the customer are shown above by now: no reason to start again. */
function WhyNot({ error }: { error: unknown }) {
  const words = useWords();
  if (!hasCode(error, 'ticket.stale')) return <RefusalNote error={error} />;
  return <Note tone="soon">{words.t('answer.stale')}</Note>;
}

/** What the coach has to say before a word is written. */
function Frame({ page }: { page: AskPage }) {
  const words = useWords();
  const { advice } = page.ask;
  return (
    <>
      {advice && (
        <Note tone="window" title={words.t('ask.advice')}>
          {advice}
        </Note>
      )}
      <Avoid page={page} />
    </>
  );
}

function Avoid({ page: { avoid, ask } }: { page: AskPage }) {
  const words = useWords();
  if (avoid.length === 0 || ask.mode !== 'public') return null;
  return (
    <Note tone="soon" title={words.t('answer.avoid')}>
      <ul className={css.avoid}>
        {avoid.map(({ word, reason }) => (
          <li key={word}>
            <strong>{word}</strong> · {reason}
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** Nothing is lost without a choice: what is written here, or what was written elsewhere. */
function Stale({ page, draft }: { page: AskPage; draft: Draft }) {
  const words = useWords();
  const cache = useQueryClient();
  const takeOther = async () => {
    const fresh = await cache.fetchQuery({ ...askPageQuery(page.ask.id), staleTime: 0 });
    draft.keepMine();
    draft.write(fresh.ask.draft ?? '');
  };
  return (
    <Note tone="late" title={words.t('refusal.ask.stale-draft')}>
      <span className={css.choices}>
        <Button variant="default" onClick={draft.keepMine}>
          {words.t('answer.keep-mine')}
        </Button>
        <Button variant="default" onClick={() => void takeOther()}>
          {words.t('answer.take-other')}
        </Button>
      </span>
    </Note>
  );
}
