import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { may, type Topic, type TopicBookView } from '../../../../src/contract/index.js';
import { routing, topicsQuery } from '../../api/routing.js';
import { topicChoicesQuery } from '../../api/tickets.js';
import { useAct } from '../../api/use-act.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import { toast } from '../../ui/toasts.js';
import css from './rules.module.css';
import { SaveBar } from './save-bar.js';
import { TopicEditor } from './topic-editor.js';
import { TryText } from './try-text.js';
import { useDraft, type Draft } from '../../ui/use-draft.js';

const blank: Topic = { id: '', lane: 'care', name: { en: '', fr: '' }, words: [] };

export function TopicsDesk({ saved }: { saved: TopicBookView }) {
  const mayManage = may(useMe().agent, 'routing.manage').ok;
  const draft = useDraft({ list: saved.topics, revision: saved.revision });
  const [edited, setEdited] = useState<Topic | null>(null);
  const { list, change } = draft;
  const keep = (topic: Topic) => {
    const at = list.findIndex(({ id }) => id === topic.id);
    change(at === -1 ? [...list, topic] : list.with(at, topic));
  };
  return (
    <>
      <TryText topics={list} />
      {mayManage && <AddTopic onAdd={setEdited} />}
      <TopicList
        topics={list}
        onEdit={mayManage ? setEdited : null}
        onRemove={(id) => {
          change(list.filter((topic) => topic.id !== id));
        }}
      />
      <Saving draft={draft} />
      {edited && (
        <TopicEditor
          topic={edited}
          topics={list}
          onKeep={keep}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </>
  );
}

function AddTopic({ onAdd }: { onAdd: (topic: Topic) => void }) {
  const words = useWords();
  return (
    <div className={css.tools}>
      <Button
        leftSection={<Icon name="plus" />}
        onClick={() => {
          onAdd(blank);
        }}
      >
        {words.t('topics.add')}
      </Button>
    </div>
  );
}

function Saving({ draft: { list, revision, changed, discard } }: { draft: Draft<Topic> }) {
  const words = useWords();
  const cache = useQueryClient();
  const save = useAct(routing.saveTopics, (view) => {
    cache.setQueryData(topicsQuery.queryKey, view);
    void cache.invalidateQueries(topicChoicesQuery);
    discard();
    toast({ text: words.t('topics.saved'), tone: 'ok' });
  });
  if (!changed) return null;
  return (
    <SaveBar
      onDiscard={discard}
      onSave={() => {
        save.mutate({ revision, topics: list });
      }}
    />
  );
}

interface TopicListProps {
  topics: readonly Topic[];
  /** Null for those who may only look. */
  onEdit: ((topic: Topic) => void) | null;
  onRemove: (id: string) => void;
}

function TopicList({ topics, onEdit, onRemove }: TopicListProps) {
  const words = useWords();
  return (
    <ul className={css.rules} aria-label={words.t('topics.title')}>
      {topics.map((topic) => {
        const name = topic.name[words.locale];
        return (
          <li key={topic.id} className={css.rule}>
            <div className={css.told}>
              <h2 className={css.name}>{name}</h2>
              <p className={css.effects}>
                <span className={css.effect}>{words.t(`lane.${topic.lane}`)}</span>
              </p>
              <p className={css.quiet}>{topic.words.join(', ')}</p>
            </div>
            {onEdit && (
              <div className={css.acts}>
                <IconButton
                  icon="pencil"
                  label={words.t('rules.edit', { name })}
                  onClick={() => {
                    onEdit(topic);
                  }}
                />
                <IconButton
                  icon="bin"
                  label={words.t('rules.remove', { name })}
                  onClick={() => {
                    onRemove(topic.id);
                  }}
                />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
