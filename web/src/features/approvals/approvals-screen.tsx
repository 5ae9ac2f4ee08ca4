import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { approvalListNames, may, type ApprovalEntry, type ApprovalListName } from '../../../../src/contract/index.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { Choices } from '../../ui/choices.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Screen } from '../../ui/screen.js';
import { useKeys } from '../../ui/use-keys.js';
import { ApprovalCard } from './approval-card.js';
import { useApprovalsPlace } from './approvals-place.js';
import css from './approvals.module.css';
import { useApprovals } from './use-approvals.js';

/** What colleagues wrote and somebody else reads first: one after the other, the oldest before. */
export function ApprovalsScreen() {
  const words = useWords();
  const seesAll = may(useMe().agent, 'approvals.see-all').ok;
  const mayManage = may(useMe().agent, 'approvals.manage').ok;
  const { list: wanted, go } = useApprovalsPlace();
  const lists = approvalListNames.filter((one) => seesAll || one === 'to-approve' || one === 'mine');
  const list = lists.find((one) => one === wanted) ?? 'to-approve';
  return (
    <Screen
      title={words.t('approvals.title')}
      lead={words.t('approvals.lead')}
      acts={mayManage && <Link to="/admin/approval-rules">{words.t('approval-rules.title')}</Link>}
    >
      <Choices
        label={words.t('approvals.show')}
        options={lists.map((id) => ({ id, label: words.t(`approvals.list.${id}`) }))}
        chosen={list}
        onChoose={go}
      />
      <Listed key={list} list={list} />
    </Screen>
  );
}

function Listed({ list }: { list: ApprovalListName }) {
  const words = useWords();
  const { data, error } = useApprovals(list);
  const entries = data?.entries ?? [];
  return (
    <section className={css.list} aria-label={words.t(`approvals.list.${list}`)}>
      <RefusalNote error={error} />
      {!data && !error && <Skeleton height={200} radius={10} />}
      {data && entries.length === 0 && (
        <EmptyState
          icon="tick"
          title={words.t(`approvals.none.${list}`)}
          text={words.t(`approvals.none-text.${list}`)}
        />
      )}
      {entries.length > 0 && <Cards entries={entries} />}
    </section>
  );
}

/** One is open, the next one is one key away. */
function Cards({ entries }: { entries: readonly ApprovalEntry[] }) {
  const words = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    entries.findIndex(({ message }) => message.id === chosen),
  );
  const step = (by: number) => {
    const next = entries[at + by]?.message.id;
    if (next === undefined) return;
    setChosen(next);
    document.querySelector<HTMLElement>(`[data-approval="${next}"]`)?.focus();
  };
  useKeys({
    j: () => {
      step(1);
    },
    k: () => {
      step(-1);
    },
  });
  return (
    <>
      <p className={css.keys}>{words.t('approvals.keys')}</p>
      <ul className={css.cards}>
        {entries.map((entry, place) => (
          <li key={entry.message.id}>
            <ApprovalCard
              entry={entry}
              open={place === at}
              onOpen={() => {
                setChosen(entry.message.id);
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
