import { Menu } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { refusedOf } from '../../../api/api-error.js';
import { drafts } from '../../../api/drafts.js';
import { refusalText } from '../../../i18n/refusal-words.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { IconButton } from '../../../ui/icon-button.js';
import { toast } from '../../../ui/toasts.js';
import { isEmpty, type Draft } from './draft.js';
import css from './draft-lines.module.css';
import { settleDraft, takeIn } from './draft-sync.js';
import { useErase } from './use-erase.js';

const VersionsDialog = lazy(() =>
  import('./draft-versions-dialog.js').then(({ DraftVersionsDialog }) => ({ default: DraftVersionsDialog })),
);

/** What is kept of what is written, who reads it, and how to go back. */
export function DraftRow({ ticketId, draft }: { ticketId: string; draft: Draft }) {
  const words = useWords();
  const [versions, setVersions] = useState(false);
  if (isEmpty(draft)) return null;
  const said = draft.unsaved ? 'draft.saving' : draft.shared ? 'draft.shared' : 'draft.saved';
  return (
    <div className={css.row}>
      <span className={css.said}>{words.t(said)}</span>
      <DraftMenu
        ticketId={ticketId}
        draft={draft}
        onVersions={() => {
          setVersions(true);
        }}
      />
      <Suspense>
        {versions && draft.id !== null && (
          <VersionsDialog
            draftId={draft.id}
            onDone={() => {
              setVersions(false);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

function useShare(ticketId: string, { id, shared }: Draft): () => void {
  const words = useWords();
  const share = async () => {
    await settleDraft(ticketId);
    if (id !== null) takeIn(await drafts.share(id, !shared));
  };
  return () => {
    share().catch((error: unknown) => {
      toast({ text: refusalText(words, refusedOf(error)), tone: 'late' });
    });
  };
}

function DraftMenu({ ticketId, draft, onVersions }: { ticketId: string; draft: Draft; onVersions: () => void }) {
  const words = useWords();
  const erase = useErase();
  const share = useShare(ticketId, draft);
  const { id, shared } = draft;
  return (
    <Menu position="top-end" width={260}>
      <Menu.Target>
        <IconButton icon="more" label={words.t('draft.menu')} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon name={shared ? 'eye-off' : 'eye'} size={16} />}
          disabled={id === null}
          onClick={share}
        >
          {words.t(shared ? 'draft.unshare' : 'draft.share')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="history" size={16} />} disabled={id === null} onClick={onVersions}>
          {words.t('draft.versions')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<Icon name="bin" size={16} />}
          onClick={() => {
            erase(ticketId);
          }}
        >
          {words.t('draft.erase')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
