import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MessageView } from '../../../../src/contract/index.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { tickets } from '../../api/tickets.js';
import { useWords } from '../../i18n/words-provider.js';
import css from './approvals.module.css';

const shown = 4;

/** What was said last: read afresh whenever the reply has a new version, which it has when the customer writes. */
export function ApprovalExchange({ message }: { message: MessageView }) {
  const words = useWords();
  const { data, error } = useQuery({
    queryKey: ['approval-exchange', message.ticketId, message.version],
    queryFn: () => tickets.open(message.ticketId),
    placeholderData: (before) => before,
  });
  const said = (data?.messages ?? []).filter(({ id, direction, state }) => {
    return id !== message.id && (direction === 'in' || state === 'sent');
  });
  if (error) return <RefusalNote error={error} />;
  if (!data) return <Skeleton height={64} radius={8} />;
  return (
    <ul className={css.exchange} aria-label={words.t('approval.exchange')}>
      {said.slice(-shown).map((one) => (
        <li key={one.id} className={css.said} data-direction={one.direction}>
          <span className={css.quiet}>
            {one.author.name} · {words.moment(one.at)}
          </span>
          <p dir="auto">{one.text === '' ? words.t('row.no-text') : one.text}</p>
        </li>
      ))}
    </ul>
  );
}
