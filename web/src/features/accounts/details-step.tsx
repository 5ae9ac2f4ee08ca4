import { Button } from '@mantine/core';
import { RefusalNote } from '../../api/refusal-note.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Form, FormActs } from '../../ui/form.js';
import { AccountFields } from './account-fields.js';
import { useAccountsPlace } from './accounts-place.js';
import { ConsentButton } from './consent-button.js';
import { consentBase, hasWhatConsentNeeds, type Draft, type StepAct } from './filled.js';

/** The network's form; nothing of it is stored by the check. */
export function DetailsStep({ act, ...draft }: Draft & { act: StepAct }) {
  const { network, filled, onChange } = draft;
  const words = useWords();
  const { go } = useAccountsPlace();
  const ask = { network: network.id, apiBase: consentBase(network, filled), app: filled.app };
  return (
    <Form
      onSubmit={() => {
        act.mutate();
      }}
    >
      <AccountFields
        network={network}
        filled={filled}
        onChange={onChange}
        consent={network.oauth && <ConsentButton network={network} ask={ask} ready={hasWhatConsentNeeds(draft)} />}
      />
      <RefusalNote error={act.error} />
      <FormActs>
        <Button
          variant="default"
          onClick={() => {
            go({ add: 'choose' });
          }}
        >
          {words.t('shell.back')}
        </Button>
        <BusyButton type="submit" variant={network.oauth ? 'default' : 'filled'} busy={act.isPending}>
          {words.t('add.check')}
        </BusyButton>
      </FormActs>
    </Form>
  );
}
