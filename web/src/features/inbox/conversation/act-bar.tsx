import { Button, Menu } from '@mantine/core';
import { may, type TicketRow } from '../../../../../src/contract/index.js';
import type { PhraseKey } from '../../../i18n/phrases.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { IconName } from '../../../ui/icon-paths.js';
import { Icon } from '../../../ui/icon.js';
import { IconButton } from '../../../ui/icon-button.js';
import { useActs } from '../acts/acts-context.js';
import css from './act-bar.module.css';

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
  const { take, askClose } = useActs();
  return (
    <>
      {!mine && (
        <Button
          variant={ticket.owner ? 'default' : 'filled'}
          onClick={() => {
            take(ticket);
          }}
        >
          {ticket.owner && <span className={css.long}>{words.t('act.take-over')}</span>}
          <span className={ticket.owner ? css.short : undefined}>{words.t('act.take')}</span>
        </Button>
      )}
      <Button
        variant="default"
        className={css.close}
        data-second={!mine || undefined}
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

interface Item {
  label: PhraseKey;
  icon: IconName;
  keys?: string;
  run: () => void;
  refused?: PhraseKey | undefined;
}

function useItems(ticket: TicketRow, mine: boolean): Item[] {
  const { agent } = useMe();
  const acts = useActs();
  const canAssign = may(agent, 'ticket.assign', { lane: ticket.lane, ownerId: ticket.owner?.id ?? null }).ok;
  const on = (act: (row: TicketRow) => void) => () => {
    act(ticket);
  };
  const putOff = ticket.state === 'snoozed' || ticket.state === 'waiting_internal';
  const close = (thenNext: boolean) => () => {
    acts.askClose(ticket, thenNext);
  };
  return [
    ...(mine ? [{ label: 'act.release', icon: 'release', run: on(acts.release) } satisfies Item] : []),
    {
      label: 'act.assign',
      icon: 'assign',
      keys: 'a',
      run: on(acts.askAssign),
      refused: canAssign ? undefined : 'act.assign.refused',
    },
    { label: 'act.transfer', icon: 'transfer', keys: 'm', run: on(acts.askTransfer) },
    { label: 'act.put-off', icon: 'moon', keys: 's', run: on(acts.askPutOff) },
    ...(putOff ? [{ label: 'act.resume', icon: 'reopen', run: on(acts.resume) } satisfies Item] : []),
    { label: 'act.close', icon: 'tick', keys: 'e', run: close(false) },
    { label: 'act.close-next', icon: 'forward', keys: '⇧ e', run: close(true) },
  ];
}

function MoreActs({ ticket, mine }: { ticket: TicketRow; mine: boolean }) {
  const words = useWords();
  return (
    <Menu width={290}>
      <Menu.Target>
        <IconButton icon="more" label={words.t('act.more')} />
      </Menu.Target>
      <Menu.Dropdown>
        {useItems(ticket, mine).map(({ label, icon, keys, run, refused }) => (
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
