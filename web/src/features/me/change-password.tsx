import { PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ComponentProps } from 'react';
import { RefusalNote } from '../../api/refusal-note.js';
import { session } from '../../api/session.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Form } from '../../ui/form.js';
import { textOf } from '../../ui/text-of.js';
import { toast } from '../../ui/toasts.js';
import css from './me-screen.module.css';

/** Another password of one's own. A form that was filled in and accepted is empty again. */
export function ChangePassword() {
  const words = useWords();
  const [times, setTimes] = useState(0);
  const change = useMutation({
    mutationFn: session.changePassword,
    onSuccess: () => {
      setTimes(times + 1);
      toast({ text: words.t('me.password-changed'), tone: 'ok' });
    },
  });
  return (
    <section className={css.password}>
      <h2 className={css.title}>{words.t('me.password')}</h2>
      <Form
        key={times}
        onSubmit={(data) => {
          change.mutate({ current: textOf(data, 'current'), next: textOf(data, 'next') });
        }}
      >
        <Field name="current" autoComplete="current-password" label={words.t('me.password-current')} />
        <Field
          name="next"
          autoComplete="new-password"
          label={words.t('me.password-next')}
          description={words.t('entry.password-hint')}
        />
        <RefusalNote error={change.error} />
        <BusyButton type="submit" variant="default" busy={change.isPending}>
          {words.t('me.password-change')}
        </BusyButton>
      </Form>
    </section>
  );
}

function Field(props: ComponentProps<typeof PasswordInput>) {
  const words = useWords();
  const eye = { 'aria-label': words.t('entry.show-password') };
  return <PasswordInput {...props} required withAsterisk={false} visibilityToggleButtonProps={eye} />;
}
