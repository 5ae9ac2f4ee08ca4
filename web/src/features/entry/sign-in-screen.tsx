import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Me } from '../../../../src/contract/index.js';
import { setupQuery } from '../../api/session.js';
import { useWords } from '../../i18n/words-provider.js';
import { Note } from '../../ui/note.js';
import { signInSearch } from './back.js';
import { DemoPeople } from './demo-people.js';
import { EntryPage } from './entry-page.js';
import { SignInForm } from './sign-in-form.js';
import { useEnter } from './use-enter.js';

export function SignInScreen() {
  const words = useWords();
  const { data: setup } = useQuery(setupQuery);
  const navigate = useNavigate();
  const enter = useEnter();
  const { back } = signInSearch(useSearch({ strict: false }));
  const onSignedIn = (me: Me) => {
    enter(me);
    void navigate({ href: back ?? '/', replace: true });
  };
  if (setup?.needed) {
    return (
      <EntryPage title={words.t('set-up.needed')}>
        <Note tone="window">{words.t('set-up.needed-text')}</Note>
      </EntryPage>
    );
  }
  const demo = setup?.demo ?? null;
  return (
    <EntryPage
      title={words.t('sign-in.title')}
      {...(back ? { lead: words.t('sign-in.back') } : {})}
      after={demo && <DemoPeople people={demo} onSignedIn={onSignedIn} />}
    >
      <SignInForm onSignedIn={onSignedIn} />
    </EntryPage>
  );
}
