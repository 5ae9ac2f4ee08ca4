import { may, type TicketRow } from '../../../../../src/contract/index.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { useActs } from '../acts/acts-context.js';
import css from './vip-star.module.css';

/** Says that the person is a VIP; who may decide that gives and takes the star here. */
export function VipStar({ ticket }: { ticket: TicketRow }) {
  const words = useWords();
  const { agent } = useMe();
  const { setVip } = useActs();
  const { vip } = ticket.person;
  if (!may(agent, 'persons.change').ok) return vip && <span className={css.mark}>{words.t('person.vip')}</span>;
  return (
    <button
      type="button"
      className={css.star}
      aria-pressed={vip}
      onClick={() => {
        setVip(ticket, !vip);
      }}
    >
      <Icon name="star" size={14} solid={vip} />
      {words.t('person.vip')}
    </button>
  );
}
