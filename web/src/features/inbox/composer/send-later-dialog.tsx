import { Checkbox } from '@mantine/core';
import type { ReplyWay } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { MomentForm } from '../acts/moment-form.js';
import { shutBy } from './shut-by.js';

interface SendLaterDialogProps {
  way: ReplyWay;
  unlessAnswered: boolean;
  onDone: () => void;
  onChosen: (at: Date, unlessAnswered: boolean) => void;
}

/** When the reply is to go, to the minute. */
export function SendLaterDialog({ way, unlessAnswered, onDone, onChosen }: SendLaterDialogProps) {
  const words = useWords();
  return (
    <Dialog opened onClose={onDone} title={words.t('send-later.label')} closeLabel={words.t('shell.close')} size="sm">
      <MomentForm
        label={words.t('send-later.when')}
        submit={words.t('send-later.submit')}
        refuse={(at) => shutBy(words, way, at)}
        onChosen={(at, data) => {
          onDone();
          onChosen(at, data.has('unless'));
        }}
      >
        <Checkbox name="unless" defaultChecked={unlessAnswered} label={words.t('send-later.unless')} />
      </MomentForm>
    </Dialog>
  );
}
