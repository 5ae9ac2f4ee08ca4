import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CalendarView, SlaPolicy } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { Dialog } from '../../ui/dialog.js';
import { Form, FormActs } from '../../ui/form.js';
import { LadderFields } from './ladder-fields.js';
import { ConditionFields } from './policy-fields.js';
import css from './promises.module.css';
import { TargetFields } from './target-fields.js';

interface PolicyEditorProps {
  policy: SlaPolicy;
  calendars: readonly CalendarView[];
  onKeep: (policy: SlaPolicy) => void;
  onClose: () => void;
}

/** One promise. What is kept here changes the list on the screen; the list itself is saved as a whole. */
export function PolicyEditor({ policy: before, calendars, onKeep, onClose }: PolicyEditorProps) {
  const words = useWords();
  const [policy, setPolicy] = useState(before);
  const title = before.name === '' ? words.t('promise.add') : before.name;
  return (
    <Dialog opened onClose={onClose} title={title} closeLabel={words.t('shell.close')} size="lg">
      <Form
        onSubmit={() => {
          onKeep({ ...policy, name: policy.name.trim() });
          onClose();
        }}
      >
        <NameAndCalendar policy={policy} calendars={calendars} onChange={setPolicy} />
        <Parts policy={policy} onChange={setPolicy} />
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

interface PartProps {
  policy: SlaPolicy;
  onChange: (policy: SlaPolicy) => void;
}

function NameAndCalendar({ policy, calendars, onChange }: PartProps & { calendars: readonly CalendarView[] }) {
  const words = useWords();
  return (
    <div className={css.pair}>
      <TextInput
        data-autofocus
        label={words.t('rule.name')}
        required
        withAsterisk={false}
        maxLength={80}
        value={policy.name}
        onChange={(event) => {
          onChange({ ...policy, name: event.currentTarget.value });
        }}
      />
      <NativeSelect
        label={words.t('promise.calendar')}
        value={policy.calendarId ?? ''}
        data={[
          { value: '', label: words.t('promise.around-the-clock') },
          ...calendars.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...policy, calendarId: value === '' ? null : value });
        }}
      />
    </div>
  );
}

function Parts({ policy, onChange }: PartProps) {
  const words = useWords();
  return (
    <>
      <section className={css.part}>
        <h3 className={css.heading}>{words.t('promise.for-whom')}</h3>
        <ConditionFields
          when={policy.when}
          onChange={(when) => {
            onChange({ ...policy, when });
          }}
        />
      </section>
      <section className={css.part}>
        <h3 className={css.heading}>{words.t('promise.targets')}</h3>
        <TargetFields
          targets={policy.targets}
          onChange={(targets) => {
            onChange({ ...policy, targets });
          }}
        />
      </section>
      <section className={css.part}>
        <h3 className={css.heading}>{words.t('promise.ladder')}</h3>
        <LadderFields
          ladder={policy.ladder}
          onChange={(ladder) => {
            onChange({ ...policy, ladder });
          }}
        />
      </section>
    </>
  );
}
