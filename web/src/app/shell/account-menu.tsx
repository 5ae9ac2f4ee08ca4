import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { Avatar } from '../../ui/avatar.js';
import { Icon } from '../../ui/icon.js';
import { MenuChoice } from '../../ui/menu-choice.js';
import { schemes } from '../../ui/schemes.js';
import css from './account-menu.module.css';
import { useChooseLocale } from './use-choose-locale.js';
import { useSignOut } from './use-sign-out.js';

export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const words = useWords();
  const { agent } = useMe();
  const signOut = useSignOut();
  return (
    <Menu width={264} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={css.button} aria-label={words.t('account-menu.label', { name: agent.name })}>
          <Avatar name={agent.name} size={32} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={css.who}>
          <p className={css.name}>{agent.name}</p>
          <p className={css.mail}>{agent.email}</p>
          <p className={css.mail}>{words.t(`role.${agent.role}`)}</p>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/me" leftSection={<Icon name="person" />}>
          {words.t('nav.me')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="keys" />} rightSection={<kbd>?</kbd>} onClick={onKeys}>
          {words.t('help.open')}
        </Menu.Item>
        <Languages />
        <Themes />
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="out" />} onClick={signOut}>
          {words.t('account-menu.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Languages() {
  const words = useWords();
  const choose = useChooseLocale();
  return (
    <>
      <Menu.Label>{words.t('account-menu.language')}</Menu.Label>
      {(['fr', 'en'] as const).map((locale) => (
        <MenuChoice
          key={locale}
          chosen={words.locale === locale}
          onChoose={() => {
            choose(locale);
          }}
        >
          <span lang={locale}>{words.t(`locale.${locale}`)}</span>
        </MenuChoice>
      ))}
    </>
  );
}

function Themes() {
  const words = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{words.t('account-menu.theme')}</Menu.Label>
      {schemes.map(({ id, icon }) => (
        <MenuChoice
          key={id}
          chosen={colorScheme === id}
          mark={<Icon name={icon} />}
          onChoose={() => {
            setColorScheme(id);
          }}
        >
          {words.t(`theme.${id}`)}
        </MenuChoice>
      ))}
    </>
  );
}
