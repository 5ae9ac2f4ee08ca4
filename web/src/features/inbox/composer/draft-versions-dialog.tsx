import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DraftRevision } from '../../../../../src/contract/index.js';
import { refusedOf } from '../../../api/api-error.js';
import { drafts } from '../../../api/drafts.js';
import { refusalText } from '../../../i18n/refusal-words.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { toast } from '../../../ui/toasts.js';
import { takeIn } from './draft-sync.js';
import css from './draft-versions.module.css';

/** How the draft stood before. Going back keeps what stands there now. */
export function DraftVersionsDialog({ draftId, onDone }: { draftId: string; onDone: () => void }) {
  const words = useWords();
  const query = useQuery({
    queryKey: ['draft-versions', draftId],
    queryFn: () => drafts.revisions(draftId),
    gcTime: 0,
  });
  return (
    <Dialog
      opened
      onClose={onDone}
      title={words.t('draft.versions.title')}
      closeLabel={words.t('shell.close')}
      size="md"
    >
      {query.isError && <p role="alert">{refusalText(words, refusedOf(query.error))}</p>}
      {query.data?.length === 0 && <p>{words.t('draft.versions.none')}</p>}
      <ul className={css.list}>
        {query.data?.map((version) => (
          <Version key={version.revision} draftId={draftId} version={version} onDone={onDone} />
        ))}
      </ul>
    </Dialog>
  );
}

function Version({ draftId, version, onDone }: { draftId: string; version: DraftRevision; onDone: () => void }) {
  const words = useWords();
  const { revision, text, at } = version;
  const restore = () => {
    drafts.restore(draftId, revision).then(
      (draft) => {
        takeIn(draft);
        onDone();
      },
      (error: unknown) => {
        toast({ text: refusalText(words, refusedOf(error)), tone: 'late' });
      },
    );
  };
  return (
    <li className={css.version}>
      <div className={css.head}>
        <time dateTime={at}>{words.moment(at)}</time>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={words.t('draft.restore.of', { at: words.moment(at) })}
          onClick={restore}
        >
          {words.t('draft.restore')}
        </Button>
      </div>
      <p className={css.text}>{text}</p>
    </li>
  );
}
