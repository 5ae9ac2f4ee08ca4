import { Button } from '@mantine/core';
import { useState } from 'react';
import type { NeededApprovalView } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { PlainLine } from './warnings.js';

const mostNames = 3;

/** Said before anything is sent: somebody else reads it first; and why, for whoever asks. */
export function ApprovalLine({ approval }: { approval: NeededApprovalView | null }) {
  return approval && <Told approval={approval} />;
}

function Told({ approval }: { approval: NeededApprovalView }) {
  const words = useWords();
  const [asked, setAsked] = useState(false);
  const names = approval.approvers.slice(0, mostNames).map(({ name }) => name);
  const more = approval.approvers.length > mostNames ? ', …' : '';
  const who = names.length === 0 ? words.t('approval.by-nobody') : `${names.join(', ')}${more}`;
  const needed = words.t(approval.needed > 1 ? 'approval.needed-two' : 'approval.needed', { names: who });
  const reasons = approval.because.map((one) => words.t(`approval.reason.${one}`)).join(', ');
  return (
    <PlainLine
      icon="eye"
      text={asked ? `${needed} ${words.t('approval.because', { rule: approval.rule, reasons })}` : needed}
      acts={
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={asked}
          onClick={() => {
            setAsked(!asked);
          }}
        >
          {words.t('approval.why')}
        </Button>
      }
    />
  );
}
