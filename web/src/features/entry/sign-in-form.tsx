import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Me } from '../../../../src/contract/index.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { session } from '../../api/session.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Form } from '../../ui/form.js';
import { textOf } from '../../ui/text-of.js';
import { eyeLabels } from './eye-labels.js';

interface SignInFormProps {
  /** Whoever was signed in before: they need only their password. */
  email?: string;
  onSignedIn: (me: Me) => void;
}

export function SignInForm({ email, onSignedIn }: SignInFormProps) {
  const words = useWords();
  const signIn = useMutation({ mutationFn: session.signIn, onSuccess: onSignedIn });
  return (
    <Form
      onSubmit={(data) => {
        signIn.mutate({ email: textOf(data, 'email').trim(), password: textOf(data, 'password') });
      }}
    >
      <TextInput
        name="email"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        defaultValue={email ?? ''}
        data-autofocus={email === undefined ? true : undefined}
        autoFocus={email === undefined}
        label={words.t('sign-in.email')}
      />
      <PasswordInput
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        data-autofocus={email === undefined ? undefined : true}
        label={words.t('sign-in.password')}
        {...eyeLabels(words)}
      />
      <RefusalNote error={signIn.error} />
      <BusyButton type="submit" size="md" busy={signIn.isPending}>
        {words.t('sign-in.submit')}
      </BusyButton>
    </Form>
  );
}
