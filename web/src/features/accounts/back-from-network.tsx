import type { AccountView } from '../../../../src/contract/index.js';
import { ApiError } from '../../api/api-error.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { isErrorCode } from '../../i18n/refusal-words.js';
import { useWords } from '../../i18n/words-provider.js';
import { Note } from '../../ui/note.js';
import type { AccountsSearch } from './accounts-place.js';

/** What came of going to the network to agree: told once, at the top. */
export function BackFromNetwork({ accounts, search }: { accounts: readonly AccountView[]; search: AccountsSearch }) {
  const words = useWords();
  const { connected, refused, detail } = search;
  const account = accounts.find(({ id }) => id === connected);
  if (account) {
    const facts = { name: account.name, network: account.networkName };
    return (
      <div role="status">
        <Note tone="ok">{words.t('accounts.connected', facts)}</Note>
      </div>
    );
  }
  if (refused === undefined) return null;
  if (detail !== undefined) return <Note tone="late">{words.t('accounts.not-connected-because', { detail })}</Note>;
  if (!isErrorCode(refused)) return <Note tone="late">{words.t('accounts.not-connected')}</Note>;
  return <RefusalNote error={new ApiError(refused, {}, '', 0)} />;
}
