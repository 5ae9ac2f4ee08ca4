import { Menu, UnstyledButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { availabilities, type Availability } from '../../../../src/contract/index.js';
import { meQuery, session } from '../../api/session.js';
import { useAct } from '../../api/use-act.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { MenuChoice } from '../../ui/menu-choice.js';
import { announce } from '../../ui/announcer.js';
import css from './availability-switch.module.css';

/** Says so at once and asks the server then: the one who steps away has no time to wait for a spinner. */
export function useAvailability(): [Availability, (next: Availability) => void] {
  const words = useWords();
  const cache = useQueryClient();
  const { agent } = useMe();
  const change = useAct(
    (availability: Availability) => session.change({ availability }),
    (me) => {
      cache.setQueryData(meQuery.queryKey, me);
      announce(words.t('availability.changed', { name: words.t(`availability.${me.agent.availability}`) }));
    },
  );
  return [change.isPending ? change.variables : agent.availability, change.mutate];
}

export function AvailabilitySwitch() {
  const words = useWords();
  const [current, change] = useAvailability();
  const name = words.t(`availability.${current}`);
  return (
    <Menu width={300} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={css.button} aria-label={words.t('availability.label', { name })}>
          <span className={css.dot} data-is={current} />
          <span className={css.word}>{name}</span>
          <Icon name="down" size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {availabilities.map((one) => (
          <MenuChoice
            key={one}
            chosen={one === current}
            hint={words.t(`availability.${one}-hint`)}
            mark={<span className={css.dot} data-is={one} />}
            onChoose={() => {
              change(one);
            }}
          >
            {words.t(`availability.${one}`)}
          </MenuChoice>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
