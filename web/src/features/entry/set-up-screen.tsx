import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '../../api/refusal-note.js';
import { session } from '../../api/session.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/note.js';
import { textOf } from '../../ui/text-of.js';
import { EntryPage } from './entry-page.js';
import { NewPassword } from './new-password.js';
import { tokenOfAddress } from './token-of-address.js';
import { useEnter } from './use-enter.js';
import { WhatNext } from './what-next.js';

/** The first administrator, who came by the link that the first start printed. */
export function SetUpScreen() {
  const words = useWords();
  const [token] = useState(tokenOfAddress);
  const enter = useEnter();
  const [done, setDone] = useState(false);
  if (done) return <WhatNext />;
  if (token === '') {
    return (
      <EntryPage title={words.t('set-up.no-token')}>
        <Note tone="soon">{words.t('set-up.no-token-text')}</Note>
      </EntryPage>
    );
  }
  return (
    <EntryPage title={words.t('set-up.title')} lead={words.t('set-up.lead')}>
      <SetUpForm
        token={token}
        onDone={(me) => {
          enter(me);
          // The token is spent: nobody should keep or share its address.
          window.history.replaceState(null, '', window.location.pathname);
          setDone(true);
        }}
      />
    </EntryPage>
  );
}

interface SetUpFormProps {
  token: string;
  onDone: (me: Awaited<ReturnType<typeof session.setUp>>) => void;
}

function SetUpForm({ token, onDone }: SetUpFormProps) {
  const words = useWords();
  const setUp = useMutation({ mutationFn: session.setUp, onSuccess: onDone });
  const onSubmit = (data: FormData) => {
    const text = (name: string) => textOf(data, name).trim();
    const password = textOf(data, 'password');
    setUp.mutate({
      ...{ token, password, locale: words.locale },
      ...{ workspaceName: text('workspaceName'), name: text('name'), email: text('email') },
    });
  };
  const plain = { required: true, withAsterisk: false };
  return (
    <Form onSubmit={onSubmit}>
      <TextInput
        {...plain}
        name="workspaceName"
        autoComplete="organization"
        autoFocus
        label={words.t('set-up.workspace')}
      />
      <TextInput {...plain} name="name" autoComplete="name" label={words.t('set-up.name')} />
      <TextInput {...plain} name="email" type="email" autoComplete="username" label={words.t('sign-in.email')} />
      <NewPassword />
      <RefusalNote error={setUp.error} />
      <BusyButton type="submit" size="md" busy={setUp.isPending}>
        {words.t('set-up.submit')}
      </BusyButton>
    </Form>
  );
}
