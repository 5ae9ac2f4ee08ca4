import { may, type AccountView } from '../../../../src/contract/index.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import type { Words } from '../../i18n/words.js';
import { Note } from '../../ui/note.js';
import { toneOf, type AccountCondition } from './account-state.js';

interface AccountTroubleProps {
  account: AccountView;
  condition: AccountCondition;
}

/** What is the matter, what it means for the work, and the step that mends it. */
export function AccountTrouble({ account, condition }: AccountTroubleProps) {
  const words = useWords();
  const mayManage = may(useMe().agent, 'accounts.manage').ok;
  if (condition === 'active' || condition === 'disconnected') return null;
  const { networkName: network, heldReplies: held } = account;
  const said = saidBy(account, condition);
  return (
    <Note tone={toneOf[condition] === 'late' ? 'late' : 'soon'}>
      <p>
        {words.t(`account.${condition}-text`, { network, ...whenOf(words, account) })}{' '}
        {held > 0 && words.t('account.held', { held })}{' '}
        {mayManage && toneOf[condition] === 'late' && words.t('account.repair-step')}
      </p>
      {said !== '' && <p>{words.t('account.said', { network, said })}</p>}
    </Note>
  );
}

function whenOf(words: Words, { pausedUntil, expiresAt }: AccountView) {
  return {
    time: pausedUntil === null ? '' : words.time(pausedUntil),
    day: expiresAt === null ? '' : words.day(expiresAt),
  };
}

/** The network's own words, which only administrators get to see. */
function saidBy({ stateDetail, stateCode, fetchError }: AccountView, condition: AccountCondition): string {
  if (condition === 'fetch-failing') return fetchError ?? '';
  if (stateDetail === null) return '';
  return stateCode !== null && !stateDetail.includes(stateCode) ? `${stateDetail} (${stateCode})` : stateDetail;
}
