import { useMe } from '../../api/use-me.js';
import { inboxKeys } from '../../features/inbox/keys.js';
import type { PhraseKey } from '../../i18n/phrases.js';
import { useWords } from '../../i18n/words-provider.js';
import { Dialog } from '../../ui/dialog.js';
import { modKey } from '../../ui/mod-key.js';
import { destinationsOf } from './destinations.js';
import css from './keys-help.module.css';
import { viewKeys } from './use-go-keys.js';

interface Key {
  keys: readonly string[];
  label: PhraseKey;
}

/** Every key there is: a key that nobody can find is a trap. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { agent } = useMe();
  const everywhere: Key[] = [
    { keys: [`${modKey()} K`], label: 'palette.open' },
    { keys: ['?'], label: 'help.open' },
    ...destinationsOf(agent).map(({ key, label }) => ({ keys: [`g ${key}`], label })),
    ...Object.entries(viewKeys).map(([key, view]) => ({ keys: [`g ${key}`], label: `view.${view}` as const })),
  ];
  return (
    <Dialog opened onClose={onClose} title={words.t('help.title')} closeLabel={words.t('shell.close')} size="lg">
      <p className={css.lead}>{words.t('help.lead')}</p>
      <div className={css.groups}>
        <Group title={words.t('help.everywhere')} keys={everywhere} />
        <Group title={words.t('nav.inbox')} keys={inboxKeys} />
      </div>
    </Dialog>
  );
}

function Group({ title, keys }: { title: string; keys: readonly Key[] }) {
  const words = useWords();
  return (
    <section>
      <h3 className={css.title}>{title}</h3>
      <dl className={css.list}>
        {keys.map(({ keys: strokes, label }) => (
          <div key={strokes.join()} className={css.row}>
            <dt>
              {strokes.map((stroke) => (
                <kbd key={stroke} className={css.kbd}>
                  {stroke}
                </kbd>
              ))}
            </dt>
            <dd>{words.t(label)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
