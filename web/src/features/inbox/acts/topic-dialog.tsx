import { useQuery } from '@tanstack/react-query';
import type { TicketRow } from '../../../../../src/contract/index.js';
import { topicChoicesQuery } from '../../../api/tickets.js';
import { useWords } from '../../../i18n/words-provider.js';
import { PickDialog } from './pick-dialog.js';
import type { Classify } from './use-classify.js';

interface TopicDialogProps {
  row: TicketRow;
  onDone: () => void;
  classify: Classify;
}

/** What the ticket is about, when the words of the customer misled us. */
export function TopicDialog({ row, onDone, classify }: TopicDialogProps) {
  const words = useWords();
  const topics = useQuery(topicChoicesQuery).data ?? [];
  const picks = topics
    .filter(({ id }) => id !== row.topic)
    .map(({ id, lane, name }) => ({ id, name: name[words.locale], about: words.t(`lane.${lane}`) }))
    .sort((a, b) => a.name.localeCompare(b.name, words.locale));
  return (
    <PickDialog
      title={words.t('topic.title', { number: String(row.number), name: row.person.name })}
      field={words.t('topic.find')}
      label={words.t('topic.list')}
      none={words.t('topic.nothing')}
      picks={picks}
      onPick={(id) => {
        onDone();
        classify.topic(row, id);
      }}
      onDone={onDone}
    />
  );
}
