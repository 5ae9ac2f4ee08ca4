import { Button, TextInput } from '@mantine/core';
import type { AccountCheck } from '../../api/accounts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Form, FormActs } from '../../ui/form.js';
import { CheckResult } from './check-result.js';
import type { Draft, StepAct } from './filled.js';

interface CheckedStepProps extends Draft {
  check: AccountCheck;
  act: StepAct;
  onBack: () => void;
}

/** The account that the details lead to: seen before it is added. */
export function CheckedStep({ network, filled, onChange, check, act, onBack }: CheckedStepProps) {
  const words = useWords();
  return (
    <Form
      onSubmit={() => {
        act.mutate();
      }}
    >
      <CheckResult check={check} network={network} />
      <TextInput
        label={`${words.t('add.brand')} ${words.t('form.optional')}`}
        description={words.t('add.brand-help')}
        value={filled.brand}
        onChange={(event) => {
          onChange({ ...filled, brand: event.currentTarget.value });
        }}
      />
      <RefusalNote error={act.error} />
      <FormActs>
        <Button variant="default" onClick={onBack}>
          {words.t('shell.back')}
        </Button>
        <BusyButton type="submit" busy={act.isPending}>
          {words.t('add.submit')}
        </BusyButton>
      </FormActs>
    </Form>
  );
}
