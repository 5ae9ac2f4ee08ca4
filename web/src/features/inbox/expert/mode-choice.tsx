import { askModes, type AskMode } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import css from './expert.module.css';

/** How the expert is to help; answering in their own name comes first. */
export function ModeChoice({ mode, onChoose }: { mode: AskMode; onChoose: (mode: AskMode) => void }) {
  const words = useWords();
  return (
    <fieldset className={css.choices}>
      <legend>{words.t('ask-dialog.mode')}</legend>
      {askModes.map((one) => (
        <label key={one} className={css.choice}>
          <input
            type="radio"
            name="mode"
            checked={one === mode}
            onChange={() => {
              onChoose(one);
            }}
          />
          <span>
            <span className={css.name}>{words.t(`ask-mode.${one}`)}</span>
            <span className={css.about}>{words.t(`ask-mode.${one}-text`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
