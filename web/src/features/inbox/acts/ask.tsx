import { AllPhrases } from '../../../i18n/words-provider.js';
import { AskExpertDialog } from '../expert/ask-expert-dialog.js';
import { AssignDialog } from './assign-dialog.js';
import { CloseDialog } from './close-dialog.js';
import { MergeDialog } from './merge-dialog.js';
import { PriorityDialog } from './priority-dialog.js';
import { PutOffDialog } from './put-off-dialog.js';
import { PutOffLateDialog } from './put-off-late-dialog.js';
import type { Question } from './question.js';
import { TopicDialog } from './topic-dialog.js';
import { TransferDialog } from './transfer-dialog.js';
import type { TicketActs } from './use-ticket-acts.js';

interface AskProps {
  question: Question;
  acts: TicketActs;
  onAsk: (question: Question) => void;
  onDone: () => void;
}

/** The dialog that belongs to a question. */
export function Ask({ question, acts, onAsk, onDone }: AskProps) {
  const { row } = question;
  switch (question.what) {
    case 'close':
      return <CloseDialog row={row} thenNext={question.thenNext} onDone={onDone} close={acts.close} />;
    case 'transfer':
      return <TransferDialog row={row} onDone={onDone} transfer={acts.transfer} />;
    case 'assign':
      return <AssignDialog row={row} onDone={onDone} assign={acts.assign} />;
    case 'put-off':
      return <PutOffDialog row={row} onDone={onDone} putOff={acts.putOff} />;
    case 'put-off-late':
      return <PutOffLateDialog question={question} onAsk={onAsk} onDone={onDone} putOff={acts.putOff} />;
    case 'topic':
      return <TopicDialog row={row} onDone={onDone} classify={acts.classify} />;
    case 'priority':
      return <PriorityDialog row={row} onDone={onDone} classify={acts.classify} />;
    case 'merge':
      return <MergeDialog row={row} onDone={onDone} />;
    case 'expert':
      return (
        <AllPhrases>
          <AskExpertDialog row={row} onDone={onDone} />
        </AllPhrases>
      );
  }
}
