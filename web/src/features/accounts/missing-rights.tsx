import type { AccountView } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import css from './rights.module.css';

/** What will not work for want of a right, and how to get it. */
export function MissingRights({ missing }: { missing: AccountView['missing'] }) {
  const words = useWords();
  if (missing.length === 0) return null;
  return (
    <section className={css.missing}>
      <h3 className={css.title}>{words.t('account.missing', { count: missing.length })}</h3>
      <ul className={css.list}>
        {missing.map(({ name, effect, repair }) => (
          <li key={name} className={css.right}>
            <Icon name="late" size={16} />
            <div>
              <p>{effect[words.locale]}</p>
              <p className={css.repair}>{words.t('account.to-repair', { repair: repair[words.locale] })}</p>
              <code className={css.code}>{name}</code>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
