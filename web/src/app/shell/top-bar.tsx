import { Tooltip, UnstyledButton } from '@mantine/core';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { modKey } from '../../ui/mod-key.js';
import { AccountMenu } from './account-menu.js';
import { AvailabilitySwitch } from './availability-switch.js';
import { Connection } from './connection.js';
import css from './top-bar.module.css';

interface TopBarProps {
  onSearch: () => void;
  onKeys: () => void;
}

export function TopBar({ onSearch, onKeys }: TopBarProps) {
  const words = useWords();
  const { workspace } = useMe();
  return (
    <header className={css.bar}>
      <UnstyledButton className={css.search} onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" size={16} />
        <span className={css.searchWord}>{words.t('palette.open')}</span>
        <kbd className={css.kbd}>{modKey()} K</kbd>
      </UnstyledButton>
      <div className={css.end}>
        {workspace.demo && (
          <Tooltip label={words.t('banner.demo')}>
            <span className={css.demo} tabIndex={0}>
              {words.t('banner.demo-short')}
            </span>
          </Tooltip>
        )}
        <Connection />
        <AvailabilitySwitch />
        <AccountMenu onKeys={onKeys} />
      </div>
    </header>
  );
}
