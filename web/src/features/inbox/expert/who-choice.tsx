import type { SuggestionView, TicketRow } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { serverTime } from '../../../live/server-now.js';
import css from './expert.module.css';

interface WhoChoiceProps {
  row: TicketRow;
  /** Best first; null while they are being looked for. */
  experts: readonly SuggestionView[] | null;
  /** Null for whoever fits best. */
  chosen: string | null;
  onChoose: (expertId: string | null) => void;
}

/** Who could be asked, best first, and why they stand where they stand. */
export function WhoChoice({ row, experts, chosen, onChoose }: WhoChoiceProps) {
  const words = useWords();
  const choice = (id: string | null, name: string, about: string) => (
    <label key={id ?? 'best'} className={css.choice}>
      <input
        type="radio"
        name="expert"
        checked={id === chosen}
        onChange={() => {
          onChoose(id);
        }}
      />
      <span>
        <span className={css.name}>{name}</span>
        {about !== '' && <span className={css.about}>{about}</span>}
      </span>
    </label>
  );
  return (
    <fieldset className={css.choices}>
      <legend>{words.t('ask-dialog.who')}</legend>
      {experts?.length === 0 && <p className={css.about}>{words.t('ask-dialog.none')}</p>}
      {experts && experts.length > 0 && choice(null, words.t('ask-dialog.best'), experts[0]?.agent.name ?? '')}
      {experts?.map((expert) => choice(expert.agent.id, expert.signature, whyWords(words, expert, row.language)))}
    </fieldset>
  );
}

function whyWords(words: Words, expert: SuggestionView, language: string | null): string {
  const { level, quotaLeft, availableAt, usualMinutes, speaks } = expert;
  const isThere = availableAt !== null && Date.parse(availableAt) <= serverTime.now();
  return [
    words.t('ask-dialog.why', { level, left: quotaLeft }),
    ...(isThere ? [words.t('ask-dialog.now')] : []),
    ...(availableAt !== null && !isThere ? [words.t('ask-dialog.from', { at: words.moment(availableAt) })] : []),
    ...(usualMinutes === null ? [] : [words.t('ask-dialog.usual', { span: words.span(usualMinutes * 60_000) })]),
    ...(speaks || language === null ? [] : [words.t('ask-dialog.foreign', { language: words.language(language) })]),
  ].join(' · ');
}
