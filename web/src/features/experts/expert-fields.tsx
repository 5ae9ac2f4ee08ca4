import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { autonomies } from '../../../../src/contract/index.js';
import type { ExpertForm } from '../../api/experts.js';
import { topicChoicesQuery } from '../../api/tickets.js';
import { useWords } from '../../i18n/words-provider.js';
import { HoursField } from './hours-field.js';
import css from './experts.module.css';

interface FieldProps {
  form: ExpertForm;
  onChange: (form: ExpertForm) => void;
}
interface ExpertFieldsProps extends FieldProps {
  /** Somebody who may says how far they are trusted. */
  coached: boolean;
  /** It is their own page: only they agree to be named. */
  own: boolean;
}

export function ExpertFields({ coached, own, ...field }: ExpertFieldsProps) {
  const words = useWords();
  const { form, onChange } = field;
  return (
    <>
      <SignatureField {...field} />
      <TopicFields {...field} />
      <div className={css.pair}>
        <LanguagesField {...field} />
        <QuotaField {...field} />
      </div>
      <HoursField {...field} />
      {coached && <AutonomyField {...field} />}
      <Checkbox
        label={words.t('registry.active')}
        checked={form.active}
        onChange={(event) => {
          onChange({ ...form, active: event.currentTarget.checked });
        }}
      />
      {own && (
        <Checkbox
          label={words.t('registry.consent')}
          checked={form.consent ?? false}
          onChange={(event) => {
            onChange({ ...form, consent: event.currentTarget.checked });
          }}
        />
      )}
    </>
  );
}

function SignatureField({ form, onChange }: FieldProps) {
  const words = useWords();
  return (
    <TextInput
      label={words.t('registry.signature')}
      placeholder={words.t('registry.signature-example')}
      required
      withAsterisk={false}
      maxLength={80}
      value={form.signature}
      onChange={(event) => {
        onChange({ ...form, signature: event.currentTarget.value });
      }}
    />
  );
}

function QuotaField({ form, onChange }: FieldProps) {
  const words = useWords();
  return (
    <TextInput
      type="number"
      label={words.t('registry.quota')}
      min={1}
      max={100}
      required
      withAsterisk={false}
      value={form.weeklyQuota}
      onChange={(event) => {
        onChange({ ...form, weeklyQuota: Number(event.currentTarget.value) });
      }}
    />
  );
}

function AutonomyField({ form, onChange }: FieldProps) {
  const words = useWords();
  return (
    <NativeSelect
      label={words.t('registry.autonomy')}
      value={form.autonomy}
      data={autonomies.map((one) => ({ value: one, label: words.t(`autonomy.${one}`) }))}
      onChange={(event) => {
        const autonomy = autonomies.find((one) => one === event.currentTarget.value);
        if (autonomy) onChange({ ...form, autonomy });
      }}
    />
  );
}

function LanguagesField({ form, onChange }: FieldProps) {
  const words = useWords();
  const [typed, setTyped] = useState(form.languages.join(', '));
  return (
    <TextInput
      label={words.t('registry.languages')}
      description={words.t('registry.languages-help')}
      inputWrapperOrder={['label', 'input', 'description']}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        const languages = value.split(',').map((tag) => tag.trim().toLowerCase());
        onChange({ ...form, languages: [...new Set(languages.filter((tag) => tag.length > 1))] });
      }}
    />
  );
}

const levels = [0, 1, 2, 3] as const;

/** A level for each topic they know; none for those they do not. */
function TopicFields({ form, onChange }: FieldProps) {
  const words = useWords();
  const { data: topics = [] } = useQuery(topicChoicesQuery);
  const set = (topic: string, level: number) => {
    const others = Object.entries(form.topics).filter(([id]) => id !== topic);
    onChange({ ...form, topics: Object.fromEntries(level === 0 ? others : [...others, [topic, level]]) });
  };
  return (
    <fieldset className={css.levels}>
      <legend>{words.t('registry.topics')}</legend>
      {topics.map(({ id, name }) => (
        <label key={id} className={css.level} data-known={id in form.topics}>
          <span>{name[words.locale]}</span>
          <NativeSelect
            aria-label={words.t('registry.level', { topic: name[words.locale] })}
            value={form.topics[id] ?? 0}
            data={levels.map((level) => ({ value: String(level), label: words.t(`registry.level.${level}`) }))}
            onChange={(event) => {
              set(id, Number(event.currentTarget.value));
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}
