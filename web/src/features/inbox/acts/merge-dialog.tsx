import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EarlierTicket, TicketRow } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { useConversation } from '../conversation/use-conversation.js';
import type { LoadedList } from '../list/list-screen.js';
import { networkName } from '../names.js';
import { MergePreview } from './merge-preview.js';
import { PickDialog } from './pick-dialog.js';

/** Into which ticket: those of the same person first, then those of the lists that are loaded. */
export function MergeDialog({ row, onDone }: { row: TicketRow; onDone: () => void }) {
  const words = useWords();
  const [into, setInto] = useState<string | null>(null);
  const cache = useQueryClient();
  const earlier = useConversation(row.id).data?.earlier ?? [];
  if (into !== null) return <MergePreview row={row} intoId={into} onDone={onDone} />;
  const loaded = cache.getQueriesData<LoadedList>({ queryKey: ['tickets'] }).flatMap(([, list]) => list?.rows ?? []);
  const own = earlier.filter(({ state }) => state !== 'closed');
  const known = new Set([row.id, ...own.map(({ id }) => id)]);
  const others = loaded.filter(({ id, state }) => state !== 'closed' && !known.has(id) && known.add(id));
  return (
    <PickDialog
      title={words.t('merge.title', { number: String(row.number), name: row.person.name })}
      field={words.t('merge.find')}
      label={words.t('merge.list')}
      none={words.t('merge.nothing')}
      picks={[...own.map((one) => ownPick(words, one, row)), ...others.map((one) => otherPick(words, one))]}
      onPick={setInto}
      onDone={onDone}
    />
  );
}

function ownPick(words: Words, { id, number, preview, at }: EarlierTicket, row: TicketRow) {
  const about = `${words.t('merge.same-person')} · ${words.moment(at)} · ${preview}`;
  return { id, name: `#${String(number)} ${row.person.name}`, about };
}

function otherPick(words: Words, row: TicketRow) {
  const about = `${networkName(row.account.network)} · ${words.moment(row.lastActivityAt)} · ${row.preview}`;
  return { id: row.id, name: `#${String(row.number)} ${row.person.name}`, about };
}
