import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { may, type CalendarsView, type CalendarView, type SlaPolicy } from '../../../../src/contract/index.js';
import { calendarsQuery, sla } from '../../api/sla.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Icon } from '../../ui/icon.js';
import { toast } from '../../ui/toasts.js';
import { UnsavedBar } from '../../ui/unsaved-bar.js';
import { useDraft, type Draft } from '../../ui/use-draft.js';
import { CalendarEditor } from './calendar-editor.js';
import { useCalendarsPlace } from './calendars-place.js';
import { newCalendar } from './new-calendar.js';
import css from './promises.module.css';
import { NotSaved } from './save-part.js';
import { useSaving } from './use-saving.js';
import { useQueryClient } from '@tanstack/react-query';

interface CalendarsDeskProps {
  saved: CalendarsView;
  policies: readonly SlaPolicy[];
}

export function CalendarsDesk({ saved, policies }: CalendarsDeskProps) {
  const words = useWords();
  const mayManage = may(useMe().agent, 'sla.manage').ok;
  const draft = useDraft({ list: saved.calendars, revision: saved.version });
  const { calendar, go } = useCalendarsPlace();
  const open = draft.list.find(({ id }) => id === calendar) ?? draft.list[0];
  const add = () => {
    const made = newCalendar(words.t('cal.new-name'));
    draft.change([...draft.list, made]);
    go(made.id);
  };
  return (
    <>
      <Tools onAdd={mayManage ? add : null} />
      {draft.list.length > 1 && <Tabs calendars={draft.list} openId={open?.id ?? null} />}
      {!open && <EmptyState icon="clock" title={words.t('cal.none')} text={words.t('cal.none-text')} />}
      {open && <Open key={open.id} calendar={open} draft={draft} policies={policies} mayManage={mayManage} />}
      <Unsaved draft={draft} />
    </>
  );
}

function Tools({ onAdd }: { onAdd: (() => void) | null }) {
  const words = useWords();
  return (
    <div className={css.tools}>
      {onAdd && (
        <Button leftSection={<Icon name="plus" />} onClick={onAdd}>
          {words.t('cal.add')}
        </Button>
      )}
      <Link to="/admin/promises">{words.t('cal.to-promises')}</Link>
    </div>
  );
}

function Tabs({ calendars, openId }: { calendars: readonly CalendarView[]; openId: string | null }) {
  const words = useWords();
  return (
    <nav aria-label={words.t('cal.title')}>
      <ul className={css.tabs}>
        {calendars.map(({ id, name, zone }) => (
          <li key={id}>
            <Link
              to="/admin/calendars"
              search={{ calendar: id }}
              className={css.tab}
              aria-current={id === openId ? 'true' : undefined}
            >
              <strong>{name}</strong>
              <span className={css.quiet}>{zone}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface OpenProps {
  calendar: CalendarView;
  draft: Draft<CalendarView>;
  policies: readonly SlaPolicy[];
  mayManage: boolean;
}

function Open({ calendar, draft, policies, mayManage }: OpenProps) {
  const words = useWords();
  const { id, name } = calendar;
  const users = policies.filter(({ calendarId }) => calendarId === id).map((policy) => policy.name);
  const acts = {
    onChange: (next: CalendarView) => {
      draft.change(draft.list.map((one) => (one.id === id ? next : one)));
    },
    onRemove: () => {
      const before = draft.list;
      draft.change(before.filter((one) => one.id !== id));
      const run = () => {
        draft.change(before);
      };
      toast({ text: words.t('sla.removed', { name }), act: { label: words.t('shell.undo'), run } });
    },
  };
  return <CalendarEditor calendar={calendar} users={users} acts={mayManage ? acts : null} />;
}

function Unsaved({ draft }: { draft: Draft<CalendarView> }) {
  const words = useWords();
  const cache = useQueryClient();
  const saving = useSaving(draft, {
    read: async () => {
      const { version, calendars } = await cache.fetchQuery({ ...calendarsQuery, staleTime: 0 });
      return { version, list: calendars };
    },
    save: ({ version, list }) => sla.saveCalendars({ version, calendars: list }),
    queryKey: calendarsQuery.queryKey,
    saved: 'cal.saved',
    undone: 'cal.undone',
  });
  if (!draft.changed) return null;
  return (
    <>
      <NotSaved saving={saving} />
      <UnsavedBar
        text={words.t('rules.unsaved')}
        discard={{ label: words.t('rules.discard'), run: draft.discard }}
        save={{ label: words.t('cal.save'), run: saving.run, busy: saving.busy }}
      />
    </>
  );
}
