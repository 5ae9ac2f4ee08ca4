import { PasswordInput } from '@mantine/core';
import { useWords } from '../../i18n/words-provider.js';
import { eyeLabels } from './eye-labels.js';

/** The server judges the password; this tells beforehand what it will ask for. */
export function NewPassword() {
  const words = useWords();
  return (
    <PasswordInput
      name="password"
      autoComplete="new-password"
      required
      withAsterisk={false}
      label={words.t('sign-in.password')}
      description={words.t('entry.password-hint')}
      {...eyeLabels(words)}
    />
  );
}
