import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { useKeys } from '../../../ui/use-keys.js';
import css from './list-pane.module.css';
import type { ShownRows } from './use-shown-rows.js';

/** What has come and moved while the list was held still. */
export function UpdatesPill({ shown }: { shown: ShownRows }) {
  const words = useWords();
  useKeys({ '.': shown.applyNow });
  const { added, moved } = shown;
  const gone = shown.rows.filter((one) => one.gone).length;
  if (added === 0 && moved === 0) return null;
  const parts = [
    ...(added > 0 ? [words.t('pill.added', { count: added })] : []),
    ...(moved > 0 ? [words.t('pill.moved', { count: moved })] : []),
    ...(gone > 0 ? [words.t('pill.gone', { count: gone })] : []),
  ];
  return (
    <div className={css.pillPlace}>
      <button type="button" className={css.pill} title={words.t('pill.apply')} onClick={shown.applyNow}>
        <Icon name="retry" size={14} />
        {parts.join(' · ')}
        <kbd className={css.key}>.</kbd>
      </button>
    </div>
  );
}
