import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { lanes, type Topic } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { Dialog } from '../../ui/dialog.js';
import { Form, FormActs } from '../../ui/form.js';
import { ListInput } from './list-input.js';
import css from './rules.module.css';
import { topicId } from './topic-id.js';

interface TopicEditorProps {
  topic: Topic;
  topics: readonly Topic[];
  onKeep: (topic: Topic) => void;
  onClose: () => void;
}

export function TopicEditor({ topic: before, topics, onKeep, onClose }: TopicEditorProps) {
  const words = useWords();
  const [topic, setTopic] = useState(before);
  const title = before.id === '' ? words.t('topics.add') : before.name[words.locale];
  return (
    <Dialog opened onClose={onClose} title={title} closeLabel={words.t('shell.close')} size="lg">
      <Form
        onSubmit={() => {
          // Tickets keep the id, so it never changes once there is one.
          onKeep({ ...topic, id: topic.id === '' ? topicId(topic.name.en, topics) : topic.id });
          onClose();
        }}
      >
        <NameFields topic={topic} onChange={setTopic} />
        <NativeSelect
          label={words.t('topics.lane')}
          value={topic.lane}
          data={lanes.map((lane) => ({ value: lane, label: words.t(`lane.${lane}`) }))}
          onChange={(event) => {
            const lane = lanes.find((one) => one === event.currentTarget.value);
            if (lane) setTopic({ ...topic, lane });
          }}
        />
        <ListInput
          label={words.t('topics.words')}
          description={words.t('topics.words-help')}
          list={topic.words}
          onChange={(list) => {
            setTopic({ ...topic, words: list });
          }}
        />
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

function NameFields({ topic, onChange }: { topic: Topic; onChange: (topic: Topic) => void }) {
  const words = useWords();
  const { name } = topic;
  const plain = { required: true, withAsterisk: false, maxLength: 60 };
  return (
    <div className={css.pair}>
      <TextInput
        {...plain}
        data-autofocus
        label={words.t('topics.name-fr')}
        value={name.fr}
        onChange={(event) => {
          onChange({ ...topic, name: { ...name, fr: event.currentTarget.value } });
        }}
      />
      <TextInput
        {...plain}
        label={words.t('topics.name-en')}
        value={name.en}
        onChange={(event) => {
          onChange({ ...topic, name: { ...name, en: event.currentTarget.value } });
        }}
      />
    </div>
  );
}
