import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { meQuery, session } from '../../api/session.js';
import { useAct } from '../../api/use-act.js';
import { useMe } from '../../api/use-me.js';
import { useGuessedLocale } from '../../i18n/guess-locale.js';
import { useWords } from '../../i18n/words-provider.js';
import type { Locale } from '../../i18n/words.js';
import { Avatar } from '../../ui/avatar.js';
import { Choices } from '../../ui/choices.js';
import { useKept } from '../../ui/use-kept.js';
import { schemes } from '../../ui/schemes.js';
import { Screen } from '../../ui/screen.js';
import { ChangePassword } from './change-password.js';
import css from './me-screen.module.css';
import { Sessions } from './sessions.js';

/** What is the reader's own: how they look at Relais, and where they are signed in. */
export function MeScreen() {
  const words = useWords();
  const { agent, workspace } = useMe();
  return (
    <Screen title={words.t('nav.me')}>
      <section className={css.card}>
        <Avatar name={agent.name} size={56} />
        <div>
          <h2 className={css.name}>{agent.name}</h2>
          <p className={css.quiet}>{agent.email}</p>
          <p className={css.quiet}>{[words.t(`role.${agent.role}`), workspace.name].join(' · ')}</p>
        </div>
      </section>
      <section className={css.looks}>
        <LanguageChoice />
        <ThemeChoice />
        <UndoChoice />
      </section>
      <ChangePassword />
      <Sessions />
    </Screen>
  );
}

function LanguageChoice() {
  const words = useWords();
  const cache = useQueryClient();
  const [, keep] = useGuessedLocale();
  const change = useAct(
    (locale: Locale) => session.change({ locale }),
    (me, locale) => {
      keep(locale);
      cache.setQueryData(meQuery.queryKey, me);
    },
  );
  const options = (['fr', 'en'] as const).map((id) => ({ id, label: words.t(`locale.${id}`) }));
  return (
    <Choices
      label={words.t('account-menu.language')}
      options={options}
      chosen={words.locale}
      onChoose={change.mutate}
    />
  );
}

function ThemeChoice() {
  const words = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const options = schemes.map(({ id, icon }) => ({ id, icon, label: words.t(`theme.${id}`) }));
  return (
    <Choices label={words.t('account-menu.theme')} options={options} chosen={colorScheme} onChoose={setColorScheme} />
  );
}

/** How long one's replies wait for second thoughts; kept in this browser. */
function UndoChoice() {
  const words = useWords();
  const [chosen, choose] = useKept('undo-seconds', '10');
  const options = ['0', '5', '10', '20', '30'].map((id) => ({
    id,
    label: words.t('me.undo', { seconds: Number(id) }),
  }));
  return <Choices label={words.t('me.undo-label')} options={options} chosen={chosen} onChoose={choose} />;
}
