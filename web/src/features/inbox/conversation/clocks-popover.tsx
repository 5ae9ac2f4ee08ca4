import { Popover } from '@mantine/core';
import type { Conversation } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { serverTime } from '../../../live/server-now.js';
import { Icon } from '../../../ui/icon.js';
import { clockBadge, windowBadge } from '../badges/badge.js';
import { ClockChip, WindowChip } from '../badges/clock-chip.js';
import { useNowFor } from '../badges/use-row-now.js';
import { Clock } from './clock-story.js';
import css from './clocks-popover.module.css';

interface ClocksProps {
  screen: Conversation;
  shown: boolean;
  onShown: (shown: boolean) => void;
}

/** The nearest clocks as badges; all of them, in sentences, when asked. */
export function ClocksPopover({ screen, shown, onShown }: ClocksProps) {
  const words = useWords();
  const { ticket, clocks } = screen;
  const now = serverTime.now();
  const quiet = clockBadge(ticket, now) === null && windowBadge(ticket, now) === null;
  return (
    <Popover opened={shown} onChange={onShown} position="bottom-end" width={340} trapFocus={false}>
      <Popover.Target>
        <button
          type="button"
          className={css.target}
          title={`${words.t('clocks.open')} · t`}
          onClick={() => {
            onShown(!shown);
          }}
        >
          <span className="unseen">{words.t('clocks.open')}</span>
          {quiet ? <Icon name="clock" size={16} /> : null}
          <ClockChip row={ticket} />
          <WindowChip row={ticket} />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={css.dropdown}>
        <h3 className={css.title}>{words.t('clocks.title')}</h3>
        {clocks.length === 0 && <p className={css.none}>{words.t('clocks.none')}</p>}
        <ul className={css.list}>
          {clocks.map((clock) => (
            <Clock key={clock.id} clock={clock} />
          ))}
          {ticket.windowAt !== null && <Window at={ticket.windowAt} />}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function Window({ at }: { at: string }) {
  const words = useWords();
  const now = useNowFor(at);
  const left = Date.parse(at) - now;
  return (
    <li className={css.clock} data-tone={left > 0 ? 'window' : 'late'}>
      <p className={css.head}>
        <strong>{words.t('clocks.window')}</strong>
        <span>{left > 0 ? words.t('clocks.left', { span: words.span(left) }) : words.t('window.closed')}</span>
      </p>
      <p className={css.story}>
        {words.t(left > 0 ? 'window.closing-sentence' : 'window.closed-sentence', { at: words.moment(at) })}
      </p>
    </li>
  );
}
