import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ruleModes, scoreNeeded, type RoutingRule } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { Choices } from '../../ui/choices.js';
import { Dialog } from '../../ui/dialog.js';
import { Form, FormActs } from '../../ui/form.js';
import { ConditionFields } from './condition-fields.js';
import { EffectFields } from './effect-fields.js';
import css from './rules.module.css';

interface RuleEditorProps {
  rule: RoutingRule;
  onKeep: (rule: RoutingRule) => void;
  onClose: () => void;
}

/** One rule. What is kept here changes the list on the screen; the list itself is saved as a whole. */
export function RuleEditor({ rule: before, onKeep, onClose }: RuleEditorProps) {
  const words = useWords();
  const [rule, setRule] = useState(before);
  const title = before.name === '' ? words.t('rules.add') : before.name;
  return (
    <Dialog opened onClose={onClose} title={title} closeLabel={words.t('shell.close')} size="lg">
      <Form
        onSubmit={() => {
          onKeep({ ...rule, name: rule.name.trim() });
          onClose();
        }}
      >
        <RuleFields rule={rule} onChange={setRule} />
        <FormActs>
          <Button variant="default" onClick={onClose}>
            {words.t('shell.cancel')}
          </Button>
          <Button type="submit">{words.t('rule.keep')}</Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}

interface RuleFieldsProps {
  rule: RoutingRule;
  onChange: (rule: RoutingRule) => void;
}

function RuleFields({ rule, onChange }: RuleFieldsProps) {
  const words = useWords();
  return (
    <>
      <TextInput
        data-autofocus
        label={words.t('rule.name')}
        required
        withAsterisk={false}
        maxLength={80}
        value={rule.name}
        onChange={(event) => {
          onChange({ ...rule, name: event.currentTarget.value });
        }}
      />
      <ModeFields rule={rule} onChange={onChange} />
      <section className={css.part}>
        <h3 className={css.heading}>{words.t('rule.if')}</h3>
        <ConditionFields
          when={rule.when}
          onChange={(when) => {
            onChange({ ...rule, when });
          }}
        />
      </section>
      <section className={css.part}>
        <h3 className={css.heading}>{words.t('rule.then-heading')}</h3>
        <EffectFields
          then={rule.then}
          onChange={(then) => {
            onChange({ ...rule, then });
          }}
        />
      </section>
    </>
  );
}

function ModeFields({ rule, onChange }: RuleFieldsProps) {
  const words = useWords();
  return (
    <div className={css.parts}>
      <Choices
        label={words.t('rule.mode')}
        options={ruleModes.map((id) => ({ id, label: words.t(`rule.mode.${id}`) }))}
        chosen={rule.mode}
        onChoose={(mode) => {
          onChange({ ...rule, mode });
        }}
      />
      <p className={css.quiet}>{words.t(`rule.mode.${rule.mode}-text`, { needed: scoreNeeded })}</p>
      {rule.mode === 'adds-score' && (
        <TextInput
          type="number"
          label={words.t('rule.points')}
          min={1}
          max={10}
          value={rule.points}
          onChange={(event) => {
            onChange({ ...rule, points: Number(event.currentTarget.value) });
          }}
        />
      )}
    </div>
  );
}
