import { useQueryClient } from '@tanstack/react-query';
import type { Me } from '../../../../src/contract/index.js';
import { meQuery } from '../../api/session.js';
import { sessionLost } from '../../api/session-lost.js';
import { useMe } from '../../api/use-me.js';
import { SignInForm } from '../../features/entry/sign-in-form.js';
import { useWords } from '../../i18n/words-provider.js';
import { Dialog } from '../../ui/dialog.js';
import css from './sign-in-again.module.css';

/** The session ended while somebody was at work: sign in over the screen, which keeps everything that was typed. */
export function SignInAgain() {
  const words = useWords();
  const cache = useQueryClient();
  const { agent } = useMe();
  const onSignedIn = (me: Me) => {
    // Somebody else must not go on in the first one's screens.
    if (me.agent.id !== agent.id) {
      window.location.assign('/');
      return;
    }
    cache.setQueryData(meQuery.queryKey, me);
    sessionLost.set(false);
    void cache.invalidateQueries();
  };
  return (
    <Dialog
      opened
      onClose={() => {
        sessionLost.set(false);
      }}
      title={words.t('sign-in.again')}
      closeLabel={words.t('shell.close')}
      size="sm"
    >
      <p className={css.lead}>{words.t('sign-in.again-text')}</p>
      <SignInForm email={agent.email} onSignedIn={onSignedIn} />
    </Dialog>
  );
}
