import { useMutation } from '@tanstack/react-query';
import type { AskView } from '../../../../src/contract/index.js';
import { asks } from '../../api/experts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { CopyField } from '../../ui/copy-field.js';
import { Dialog } from '../../ui/dialog.js';
import css from './experts.module.css';

/** Made only when somebody asks for it: each new link ends the one before. */
export function LinkDialog({ ask, onClose }: { ask: AskView; onClose: () => void }) {
  const words = useWords();
  const { name } = ask.expert;
  const link = useMutation({ mutationFn: () => asks.link(ask.id) });
  const title = words.t('ask.link', { name });
  return (
    <Dialog opened onClose={onClose} title={title} closeLabel={words.t('shell.close')}>
      <div className={css.parts}>
        <p>{words.t('ask.link-text', { name })}</p>
        <RefusalNote error={link.error} />
        {link.data ? (
          <CopyField
            label={title}
            text={link.data.url}
            copyLabel={words.t('ask.link-copy')}
            copiedLabel={words.t('ask.link-copied')}
          />
        ) : (
          <BusyButton
            data-autofocus
            busy={link.isPending}
            onClick={() => {
              link.mutate();
            }}
          >
            {words.t('ask.link-make')}
          </BusyButton>
        )}
      </div>
    </Dialog>
  );
}
