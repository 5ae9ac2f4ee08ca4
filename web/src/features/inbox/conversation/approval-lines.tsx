import { Link } from '@tanstack/react-router';
import { wordDiff, type ApprovalView, type MessageView } from '../../../../../src/contract/index.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { WordChanges } from '../../../ui/word-changes.js';
import css from './approval-lines.module.css';
import { AuthorActs } from './author-acts.js';

interface Props {
  message: MessageView;
  approval: ApprovalView;
}

/** How far its approval has come, the advice that came with it, and what was changed. */
export function ApprovalLines({ message, approval }: Props) {
  const words = useWords();
  const { agent } = useMe();
  const { state, approvers, advice, decidedBy, submittedText } = approval;
  const changed = submittedText.trim() !== message.text.trim();
  const mayApprove = state === 'pending' && approvers.some(({ id }) => id === agent.id);
  return (
    <div className={css.lines}>
      <State approval={approval} />
      {advice !== null && state !== 'approved' && (
        <p className={css.advice}>{words.t('approval.advice', { name: decidedBy?.name ?? '…', text: advice })}</p>
      )}
      {changed && (
        <details className={css.edits}>
          <summary>{words.t('approval.changes')}</summary>
          <WordChanges
            parts={wordDiff(submittedText, message.text)}
            say={(is, text) => words.t(`review.${is}`, { text })}
          />
        </details>
      )}
      {mayApprove && <Link to="/approvals">{words.t('view.to-approve')}</Link>}
      {message.author.id === agent.id && <AuthorActs message={message} approval={approval} />}
    </div>
  );
}

function State({ approval }: { approval: ApprovalView }) {
  const words = useWords();
  const { state, heldSince, decidedBy } = approval;
  const waits = state === 'pending';
  const facts = waits ? waitingFacts(words, approval) : [decidedBy?.name ?? null];
  return (
    <p>
      <span className={css.state} data-tone={toneOf(approval)}>
        {words.t(waits && heldSince !== null ? 'approval.customer-wrote' : `approval.state.${state}`)}
      </span>
      {facts.filter((fact) => fact !== null).map((fact) => ` · ${fact}`)}
    </p>
  );
}

function waitingFacts(words: Words, { approvers, lateAt, plannedAt, missed }: ApprovalView): (string | null)[] {
  const names = approvers.map(({ name }) => name).join(', ') || words.t('approval.by-nobody');
  const planned = missed ? 'approval.missed' : 'approval.planned';
  return [
    words.t('approval.by', { names }),
    lateAt === null ? null : words.t('approval.late', { at: words.moment(lateAt) }),
    plannedAt === null ? null : words.t(planned, { at: words.moment(plannedAt) }),
  ];
}

function toneOf({ state, heldSince, lateAt }: ApprovalView): 'late' | 'soon' | 'plain' {
  if (state === 'rejected' || (state === 'pending' && lateAt !== null)) return 'late';
  return state === 'returned' || (state === 'pending' && heldSince !== null) ? 'soon' : 'plain';
}
