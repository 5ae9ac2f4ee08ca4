import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Role } from '../../../../src/contract/index.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { invitationQuery, session } from '../../api/session.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Form } from '../../ui/form.js';
import { textOf } from '../../ui/text-of.js';
import { EntryPage } from './entry-page.js';
import css from './invitation-screen.module.css';
import { NewPassword } from './new-password.js';
import { tokenOfAddress } from './token-of-address.js';
import { useEnter } from './use-enter.js';

/** Somebody who was invited chooses a password, and is in. */
export function InvitationScreen() {
  const words = useWords();
  const [token] = useState(tokenOfAddress);
  const { data: invited, error } = useQuery(invitationQuery(token));
  if (error) {
    return (
      <EntryPage title={words.t('invitation.broken')}>
        <RefusalNote error={error} />
        <Link to="/sign-in">{words.t('invitation.to-sign-in')}</Link>
      </EntryPage>
    );
  }
  if (!invited) return null;
  const { name, email, role } = invited;
  return (
    <EntryPage title={words.t('invitation.title', { name })} lead={words.t('invitation.lead')}>
      <AcceptForm token={token} email={email} role={role} />
    </EntryPage>
  );
}

function AcceptForm({ token, email, role }: { token: string; email: string; role: Role }) {
  const words = useWords();
  const navigate = useNavigate();
  const enter = useEnter();
  const accept = useMutation({
    mutationFn: (password: string) => session.accept(token, { password, locale: words.locale }),
    onSuccess: (me) => {
      enter(me);
      void navigate({ to: '/', replace: true });
    },
  });
  return (
    <Form
      onSubmit={(data) => {
        accept.mutate(textOf(data, 'password'));
      }}
    >
      <dl className={css.facts}>
        <dt>{words.t('sign-in.email')}</dt>
        <dd>{email}</dd>
        <dt>{words.t('invitation.role')}</dt>
        <dd>{words.t(`role.${role}`)}</dd>
      </dl>
      {/* For password managers, which file a password under a name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <NewPassword />
      <RefusalNote error={accept.error} />
      <BusyButton type="submit" size="md" busy={accept.isPending}>
        {words.t('invitation.submit')}
      </BusyButton>
    </Form>
  );
}
