import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldView, NetworkView } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import type { Filled } from './filled.js';
import css from './form.module.css';

interface AccountFieldsProps {
  network: NetworkView;
  filled: Filled;
  onChange: (filled: Filled) => void;
  /** Another way than a token, offered once the fields that it needs as well are filled in. */
  consent?: ReactNode;
  /** In a repair nothing is required: what is left empty stays as it was. */
  repair?: boolean;
}

/** The form that a network asks for, drawn from its own description. */
export function AccountFields({ network, filled, onChange, consent, repair = false }: AccountFieldsProps) {
  const words = useWords();
  const setIn = (part: 'app' | 'settings') => (name: string, value: string) => {
    onChange({ ...filled, [part]: { ...filled[part], [name]: value } });
  };
  const { appFields, accountFields, name } = network;
  const first = accountFields.filter(({ required }) => required);
  const rest = accountFields.filter(({ required }) => !required);
  return (
    <>
      {appFields.length > 0 && (
        <fieldset className={css.group}>
          <legend>{words.t('form.app', { network: name })}</legend>
          <Fields fields={appFields} values={filled.app} onChange={setIn('app')} repair={repair} />
        </fieldset>
      )}
      <fieldset className={css.group}>
        <legend>{words.t('form.account')}</legend>
        <Fields fields={first} values={filled.settings} onChange={setIn('settings')} repair={repair} />
        {consent}
        <Fields fields={rest} values={filled.settings} onChange={setIn('settings')} repair={repair} />
      </fieldset>
      <details className={css.advanced}>
        <summary>{words.t('form.advanced')}</summary>
        <TextInput
          label={words.t('form.api-base')}
          description={words.t('form.api-base-help', { network: name })}
          value={filled.apiBase}
          onChange={(event) => {
            onChange({ ...filled, apiBase: event.currentTarget.value });
          }}
        />
      </details>
    </>
  );
}

interface FieldsProps {
  fields: readonly FieldView[];
  values: Record<string, string>;
  onChange: (name: string, value: string) => void;
  repair: boolean;
}

function Fields({ fields, values, onChange, repair }: FieldsProps) {
  return fields.map((field) => (
    <FieldInput
      key={field.name}
      field={field}
      value={values[field.name] ?? ''}
      onChange={(value) => {
        onChange(field.name, value);
      }}
      repair={repair}
    />
  ));
}

interface FieldInputProps {
  field: FieldView;
  value: string;
  onChange: (value: string) => void;
  repair: boolean;
}

function FieldInput({ field, value, onChange, repair }: FieldInputProps) {
  const words = useWords();
  const { label, help, kind, required, choices } = field;
  const optional = !required && !repair ? ` ${words.t('form.optional')}` : '';
  const common = {
    label: `${label[words.locale]}${optional}`,
    description: help?.[words.locale],
    required: required && !repair,
    withAsterisk: false,
    autoComplete: 'off',
    value,
    onChange: (event: { currentTarget: { value: string } }) => {
      onChange(event.currentTarget.value);
    },
  };
  if (choices) {
    const options = choices.map((choice) => ({ value: choice.value, label: choice.label[words.locale] }));
    const kept = repair ? [{ value: '', label: words.t('form.unchanged') }] : [];
    return <NativeSelect {...common} data={[...kept, ...options]} />;
  }
  if (kind === 'secret') {
    return (
      <PasswordInput
        {...common}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': words.t('entry.show-password') }}
      />
    );
  }
  return <TextInput {...common} inputMode={kind === 'url' ? 'url' : 'text'} />;
}
