import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { roles, type Role } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import css from './agent-form.module.css';

/** What an administrator decides of a person. */
export interface AgentRights {
  role: Role;
  languages: string[];
  capacity: number;
}

const usual = ['fr', 'en', 'es', 'de', 'it', 'pt', 'nl', 'ar'];
const largest = 99;

interface AgentFieldsProps {
  rights: AgentRights;
  onChange: (rights: AgentRights) => void;
}

export function AgentFields(props: AgentFieldsProps) {
  return (
    <>
      <RoleField {...props} />
      <LanguagesField {...props} />
      <CapacityField {...props} />
    </>
  );
}

function RoleField({ rights, onChange }: AgentFieldsProps) {
  const words = useWords();
  const { role } = rights;
  return (
    <NativeSelect
      label={words.t('team.role')}
      description={words.t(`role.${role}-text`)}
      inputWrapperOrder={['label', 'input', 'description']}
      value={role}
      data={roles.map((one) => ({ value: one, label: words.t(`role.${one}`) }))}
      onChange={(event) => {
        const next = roles.find((one) => one === event.currentTarget.value);
        if (next) onChange({ ...rights, role: next });
      }}
    />
  );
}

function LanguagesField({ rights, onChange }: AgentFieldsProps) {
  const words = useWords();
  return (
    <Checkbox.Group
      label={words.t('team.languages')}
      description={words.t('team.languages-help')}
      value={rights.languages}
      onChange={(languages) => {
        onChange({ ...rights, languages });
      }}
    >
      <div className={css.languages}>
        {[...new Set([...usual, ...rights.languages])].map((tag) => (
          <Checkbox key={tag} value={tag} label={words.language(tag)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function CapacityField({ rights, onChange }: AgentFieldsProps) {
  const words = useWords();
  return (
    <TextInput
      type="number"
      label={words.t('team.capacity')}
      description={words.t('team.capacity-help')}
      min={0}
      max={largest}
      step={1}
      required
      withAsterisk={false}
      value={rights.capacity}
      onChange={(event) => {
        onChange({ ...rights, capacity: Number(event.currentTarget.value) });
      }}
    />
  );
}
