import { Link } from '@tanstack/react-router';
import type { ApprovalEntry, ApprovalView, MessageView } from '../../../../src/contract/index.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import type { Words } from '../../i18n/words.js';
import { ApprovalDesk } from './approval-desk.js';
import { ApprovalExchange } from './approval-exchange.js';
import css from './approvals.module.css';
import { Edits } from './edits.js';

interface CardProps {
  entry: ApprovalEntry;
  open: boolean;
  onOpen: () => void;
}

/** A reply, who wrote it, what the customer wrote, and what becomes of it. */
export function ApprovalCard({ entry, open, onOpen }: CardProps) {
  const words = useWords();
  const { message } = entry;
  const { approval } = message;
  if (!approval) return null;
  return (
    <article
      className={css.card}
      aria-label={words.t('approvals.of', { name: message.author.name })}
      data-approval={message.id}
      data-space={message.space}
      tabIndex={-1}
    >
      <Head entry={entry} approval={approval} />
      {open ? (
        <Opened message={message} approval={approval} />
      ) : (
        <button type="button" className={css.closed} onClick={onOpen}>
          {message.text}
        </button>
      )}
    </article>
  );
}

function Head({ entry: { message, ticketNumber }, approval }: { entry: ApprovalEntry; approval: ApprovalView }) {
  const words = useWords();
  const tone = approval.lateAt === null ? approval.state : 'late';
  const isHeld = approval.state === 'pending' && approval.heldSince !== null;
  return (
    <p className={css.line}>
      <span className={css.state} data-state={isHeld ? 'held' : tone}>
        {words.t(isHeld ? 'approval.customer-wrote' : `approval.state.${approval.state}`)}
      </span>
      {approval.state === 'pending' && approval.lateAt !== null && (
        <span className={css.late}>{words.t('approval.late', { at: words.moment(approval.lateAt) })}</span>
      )}
      <strong>{message.author.name}</strong>
      <span className={css.quiet}>
        {words.moment(approval.submittedAt)} · {words.t(`space.${message.space}`)} ·{' '}
        <Link to="/inbox/$view/$ticket" params={{ view: 'all', ticket: message.ticketId }}>
          #{ticketNumber}
        </Link>
      </span>
    </p>
  );
}

function Opened({ message, approval }: { message: MessageView; approval: ApprovalView }) {
  const words = useWords();
  const { agent } = useMe();
  const mayDecide = approval.state === 'pending' && approval.approvers.some(({ id }) => id === agent.id);
  return (
    <>
      <ApprovalExchange message={message} />
      <p className={css.quiet}>
        {words.t('approval.because', {
          rule: approval.rule,
          reasons: approval.because.map((one) => words.t(`approval.reason.${one}`)).join(', '),
        })}
      </p>
      <Facts approval={approval} />
      {mayDecide ? (
        <ApprovalDesk key={`${message.id}-${approval.submittedAt}`} message={message} approval={approval} />
      ) : (
        <Edits before={approval.submittedText} after={message.text} />
      )}
    </>
  );
}

/** What else whoever decides, or wrote it, must know. */
function Facts({ approval }: { approval: ApprovalView }) {
  const words = useWords();
  const facts = [...courseFacts(words, approval), ...peopleFacts(words, approval)].filter((fact) => fact !== null);
  return (
    <ul className={css.facts}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

function courseFacts(words: Words, { plannedAt, missed, line, advice, decidedBy }: ApprovalView): (string | null)[] {
  const planned = missed ? 'approval.missed' : 'approval.planned';
  return [
    plannedAt === null ? null : words.t(planned, { at: words.moment(plannedAt) }),
    line === null ? null : words.t('approval.line', { text: line }),
    advice === null ? null : words.t('approval.advice', { name: decidedBy?.name ?? '…', text: advice }),
  ];
}

function peopleFacts(words: Words, { needed, approvedBy, approvers, state }: ApprovalView): (string | null)[] {
  const names = (people: readonly { name: string }[], none: string) =>
    people.map(({ name }) => name).join(', ') || none;
  return [
    needed > 1 ? words.t('approval.of-two', { count: approvedBy.length, names: names(approvedBy, '–') }) : null,
    state === 'pending' ? words.t('approval.by', { names: names(approvers, words.t('approval.by-nobody')) }) : null,
  ];
}
