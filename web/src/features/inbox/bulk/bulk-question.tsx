import { useState } from 'react';
import type { BulkAct } from '../../../../../src/contract/index.js';
import type { BulkWhich } from '../../../api/bulk.js';
import { BulkPreviewDialog } from './bulk-preview-dialog.js';
import { BulkTransfer } from './bulk-transfer.js';
import { AskAgent, AskOutcome, AskPriority, AskTopic } from './bulk-choices.js';

interface BulkQuestionProps {
  asked: BulkAct['act'];
  which: BulkWhich;
  onDone: () => void;
  onDecided: (act: BulkAct, which: BulkWhich) => void;
}

const questions = {
  assign: AskAgent,
  transfer: BulkTransfer,
  close: AskOutcome,
  priority: AskPriority,
  topic: AskTopic,
} as const;

/** What the act needs to know first; then what it would do. */
export function BulkQuestion({ asked, which, onDone, onDecided }: BulkQuestionProps) {
  const [act, setAct] = useState<BulkAct | null>(asked === 'take' ? { act: 'take' } : null);
  if (act) {
    return (
      <BulkPreviewDialog
        act={act}
        which={which}
        onDone={onDone}
        onDecided={() => {
          onDecided(act, which);
        }}
      />
    );
  }
  if (asked === 'take') return null;
  const Question = questions[asked];
  return <Question onDone={onDone} onAct={setAct} />;
}
