import { Button, FileInput, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { holidaysIn } from '../../../../src/contract/sla-rules.js';
import { holidayPresets, type HolidayPreset, type SpecialDay } from '../../../../src/contract/index.js';
import { useNow } from '../../live/use-now.js';
import { useWords } from '../../i18n/words-provider.js';
import { Choices } from '../../ui/choices.js';
import { Dialog } from '../../ui/dialog.js';
import { FormActs } from '../../ui/form.js';
import { Note } from '../../ui/note.js';
import { dateText } from './date-words.js';
import css from './promises.module.css';
import { readIcal, type Found } from './read-ical.js';

interface HolidaysDialogProps {
  known: readonly SpecialDay[];
  onChange: (days: readonly SpecialDay[]) => void;
  onClose: () => void;
}

const day = 86_400_000;
const sources = ['preset', 'file'] as const;
const yearsAhead = 3;

/** Days on which nobody works, from what the law says or from a calendar file; shown before they are added. */
export function HolidaysDialog({ known, onChange, onClose }: HolidaysDialogProps) {
  const words = useWords();
  const thisYear = new Date(useNow(day)).getUTCFullYear();
  const [source, setSource] = useState<(typeof sources)[number]>('preset');
  const [preset, setPreset] = useState<HolidayPreset>('fr');
  const [ical, setIcal] = useState('');
  const years = { fromYear: thisYear, toYear: thisYear + yearsAhead - 1 };
  const found: Found = source === 'preset' ? { days: holidaysIn(preset, years), refused: null } : readIcal(ical, years);
  return (
    <Dialog opened onClose={onClose} title={words.t('cal.add-holidays')} closeLabel={words.t('shell.close')} size="lg">
      <div className={css.parts}>
        <Choices
          label={words.t('cal.from-where')}
          options={sources.map((id) => ({ id, label: words.t(`cal.from-${id}`) }))}
          chosen={source}
          onChoose={setSource}
        />
        {source === 'preset' && <Preset preset={preset} onChange={setPreset} />}
        {source === 'file' && <IcalFields text={ical} onChange={setIcal} />}
        <FoundDays found={found} known={known} onChange={onChange} onClose={onClose} />
      </div>
    </Dialog>
  );
}

function Preset({ preset, onChange }: { preset: HolidayPreset; onChange: (preset: HolidayPreset) => void }) {
  const words = useWords();
  return (
    <NativeSelect
      label={words.t('cal.preset')}
      value={preset}
      data={holidayPresets.map((value) => ({ value, label: words.t(`cal.preset.${value}`) }))}
      onChange={(event) => {
        onChange(holidayPresets.find((one) => one === event.currentTarget.value) ?? 'fr');
      }}
    />
  );
}

function IcalFields({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const words = useWords();
  return (
    <>
      <FileInput
        label={words.t('cal.ical-file')}
        placeholder={words.t('cal.ical-choose')}
        accept=".ics,text/calendar"
        onChange={(file) => {
          void file?.text().then(onChange);
        }}
      />
      <Textarea
        label={words.t('cal.ical-text')}
        rows={5}
        value={text}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </>
  );
}

interface FoundDaysProps extends HolidaysDialogProps {
  found: Found;
}

/** A date that the calendar has something to say of already stays as it is. */
function FoundDays({ found: { days, refused }, known, onChange, onClose }: FoundDaysProps) {
  const words = useWords();
  const dates = new Set(known.map(({ date }) => date));
  const fresh = days.filter(({ date }) => !dates.has(date));
  const add = () => {
    onChange([...known, ...fresh].toSorted((a, b) => (a.date < b.date ? -1 : 1)));
    onClose();
  };
  return (
    <>
      {refused && (
        <Note tone="late">
          {words.t('cal.ical-refused', { line: refused.line, why: words.t(`ical.${refused.why}`) })}
        </Note>
      )}
      {days.length > 0 && (
        <p role="status">{words.t('cal.found', { count: fresh.length, known: days.length - fresh.length })}</p>
      )}
      {fresh.length > 0 && <FoundList days={fresh} />}
      <FormActs>
        <Button variant="default" onClick={onClose}>
          {words.t('shell.cancel')}
        </Button>
        <Button disabled={fresh.length === 0} onClick={add}>
          {words.t('cal.add-found', { count: fresh.length })}
        </Button>
      </FormActs>
    </>
  );
}

function FoundList({ days }: { days: readonly SpecialDay[] }) {
  const words = useWords();
  return (
    <details>
      <summary className={css.quiet}>{words.t('cal.found-list')}</summary>
      <ul className={css.plain}>
        {days.map(({ date, name }) => (
          <li key={date}>
            {dateText(words, date)} · {name}
          </li>
        ))}
      </ul>
    </details>
  );
}
