import { Button, Menu } from '@mantine/core';
import type { TicketRow } from '../../../../../src/contract/index.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { IconButton } from '../../../ui/icon-button.js';
import { useActs } from '../acts/acts-context.js';
import { isPutOff } from '../acts/is-put-off.js';
import css from './act-bar.module.css';
import { useActItems } from './use-act-items.js';

/** What can be done with the ticket. The likeliest act has a button with its name; the menu has them all. */
export function ActBar({ ticket }: { ticket: TicketRow }) {
  const mine = useMe().agent.id === ticket.owner?.id;
  return (
    <div className={css.bar}>
      {ticket.state === 'closed' ? <Closed ticket={ticket} /> : <Open ticket={ticket} mine={mine} />}
    </div>
  );
}

function Closed({ ticket }: { ticket: TicketRow }) {
  const words = useWords();
  const { reopen } = useActs();
  return (
    <Button
      variant="default"
      leftSection={<Icon name="reopen" size={16} />}
      onClick={() => {
        reopen(ticket);
      }}
    >
      {words.t('act.reopen')}
    </Button>
  );
}

function Open({ ticket, mine }: { ticket: TicketRow; mine: boolean }) {
  const words = useWords();
  const { askClose } = useActs();
  return (
    <>
      {mine ? isPutOff(ticket) && <Resume ticket={ticket} /> : <Take ticket={ticket} />}
      <Button
        variant="default"
        className={css.close}
        data-second={!mine || isPutOff(ticket) || undefined}
        leftSection={<Icon name="tick" size={16} />}
        onClick={() => {
          askClose(ticket, false);
        }}
      >
        {words.t('act.close')}
      </Button>
      <MoreActs ticket={ticket} mine={mine} />
    </>
  );
}

function Take({ ticket }: { ticket: TicketRow }) {
  const words = useWords();
  const { take } = useActs();
  return (
    <Button
      variant={ticket.owner ? 'default' : 'filled'}
      onClick={() => {
        take(ticket);
      }}
    >
      {ticket.owner && <span className={css.long}>{words.t('act.take-over')}</span>}
      <span className={ticket.owner ? css.short : undefined}>{words.t('act.take')}</span>
    </Button>
  );
}

function Resume({ ticket }: { ticket: TicketRow }) {
  const words = useWords();
  const { resume } = useActs();
  return (
    <Button
      onClick={() => {
        resume(ticket);
      }}
    >
      {words.t('act.resume.short')}
    </Button>
  );
}

function MoreActs({ ticket, mine }: { ticket: TicketRow; mine: boolean }) {
  const words = useWords();
  return (
    <Menu width={290}>
      <Menu.Target>
        <IconButton icon="more" label={words.t('act.more')} />
      </Menu.Target>
      <Menu.Dropdown>
        {useActItems(ticket, mine).map(({ label, icon, keys, run, refused }) => (
          <Menu.Item
            key={label}
            leftSection={<Icon name={icon} />}
            rightSection={keys && <kbd className={css.key}>{keys}</kbd>}
            disabled={refused !== undefined}
            onClick={run}
          >
            {words.t(label)}
            {refused && <span className={css.why}>{words.t(refused)}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
