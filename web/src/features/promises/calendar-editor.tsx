import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { CalendarView } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { IconButton } from '../../ui/icon-button.js';
import { Deadlines } from './deadlines.js';
import { Fortnight } from './fortnight.js';
import { likeMonday, wholeWeek } from './new-calendar.js';
import css from './promises.module.css';
import { SpecialDays } from './special-days.js';
import { WeekGrid } from './week-grid.js';

interface Acts {
  onChange: (calendar: CalendarView) => void;
  onRemove: () => void;
}
interface CalendarEditorProps {
  calendar: CalendarView;
  /** The promises that are counted by it. */
  users: readonly string[];
  /** Null for those who may only look. */
  acts: Acts | null;
}

/** One calendar: where it is, its usual week, its special days, and what all of that means. */
export function CalendarEditor({ calendar, users, acts }: CalendarEditorProps) {
  return (
    <>
      <section className={css.card} aria-label={calendar.name}>
        <Head calendar={calendar} users={users} acts={acts} />
        {acts && <NameAndZone calendar={calendar} onChange={acts.onChange} />}
        <Week calendar={calendar} onChange={acts?.onChange ?? null} />
      </section>
      <SpecialDays calendar={calendar} onChange={acts?.onChange ?? null} />
      <section className={css.card}>
        <Fortnight calendar={calendar} />
        <Deadlines calendar={calendar} />
      </section>
    </>
  );
}

function Head({ calendar: { name, zone }, users, acts }: CalendarEditorProps) {
  const words = useWords();
  const used = words.list(users);
  return (
    <header className={css.headline}>
      <div>
        <h2 className={css.heading}>{name}</h2>
        <p className={css.quiet}>
          {zone} · {users.length === 0 ? words.t('cal.unused') : words.t('cal.used-by', { names: used })}
        </p>
      </div>
      {acts && (
        <IconButton
          icon="bin"
          label={words.t('rules.remove', { name })}
          refused={users.length === 0 ? undefined : words.t('cal.still-used', { names: used })}
          onClick={acts.onRemove}
        />
      )}
    </header>
  );
}

interface PartProps {
  calendar: CalendarView;
  onChange: Acts['onChange'];
}

function NameAndZone({ calendar, onChange }: PartProps) {
  const words = useWords();
  const zones = [...new Set([calendar.zone, ...Intl.supportedValuesOf('timeZone')])].sort();
  return (
    <div className={css.pair}>
      <TextInput
        label={words.t('rule.name')}
        required
        withAsterisk={false}
        maxLength={80}
        value={calendar.name}
        onChange={(event) => {
          onChange({ ...calendar, name: event.currentTarget.value });
        }}
      />
      <NativeSelect
        label={words.t('cal.zone')}
        value={calendar.zone}
        data={zones}
        onChange={(event) => {
          onChange({ ...calendar, zone: event.currentTarget.value });
        }}
      />
    </div>
  );
}

function Week({ calendar, onChange }: { calendar: CalendarView; onChange: Acts['onChange'] | null }) {
  const words = useWords();
  const id = useId();
  const change = onChange && ((week: CalendarView['week']) => onChange({ ...calendar, week }));
  return (
    <section className={css.parts} aria-labelledby={id}>
      <h3 id={id} className={css.heading}>
        {words.t('cal.week')}
      </h3>
      {change && <p className={css.quiet}>{words.t('cal.week-help')}</p>}
      {change && (
        <div className={css.tools}>
          <Button
            variant="default"
            onClick={() => {
              change(likeMonday(calendar.week));
            }}
          >
            {words.t('cal.like-monday')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              change(wholeWeek);
            }}
          >
            {words.t('cal.always-open')}
          </Button>
        </div>
      )}
      <WeekGrid week={calendar.week} onChange={change} />
    </section>
  );
}
