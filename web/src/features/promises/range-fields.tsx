import { Button, TextInput } from '@mantine/core';
import type { OpenRange } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import { clockOf, endOf, minutesOf } from './wall-time.js';
import css from './week-grid.module.css';

interface RangeFieldsProps {
  /** Whose hours they are, for the labels. */
  day: string;
  ranges: readonly OpenRange[];
  onChange: (ranges: OpenRange[]) => void;
}

const most = 8;
const usual: OpenRange = { from: 9 * 60, to: 18 * 60 };

/** The hours of one day, typed. */
export function RangeFields({ day, ranges, onChange }: RangeFieldsProps) {
  const words = useWords();
  return (
    <div className={css.fields}>
      {ranges.length === 0 && <span className={css.closed}>{words.t('cal.closed')}</span>}
      {ranges.map((range, at) => (
        <Range
          key={at}
          day={day}
          range={range}
          onChange={(next) => {
            onChange(next ? ranges.with(at, next) : ranges.toSpliced(at, 1));
          }}
        />
      ))}
      {ranges.length < most && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<Icon name="plus" size={14} />}
          aria-label={words.t('cal.add-hours-to', { day })}
          onClick={() => {
            onChange([...ranges, nextRange(ranges)]);
          }}
        >
          {words.t('cal.add-hours')}
        </Button>
      )}
    </div>
  );
}

interface RangeProps {
  day: string;
  range: OpenRange;
  onChange: (range: OpenRange | null) => void;
}

function Range({ day, range, onChange }: RangeProps) {
  const words = useWords();
  const { from, to } = range;
  return (
    <span className={css.range}>
      <TextInput
        type="time"
        size="xs"
        aria-label={words.t('cal.from-on', { day })}
        value={clockOf(from)}
        onChange={(event) => {
          const minutes = minutesOf(event.currentTarget.value);
          if (minutes !== null) onChange({ from: minutes, to });
        }}
      />
      –
      <TextInput
        type="time"
        size="xs"
        aria-label={words.t('cal.to-on', { day })}
        value={clockOf(to)}
        onChange={(event) => {
          const minutes = minutesOf(event.currentTarget.value);
          if (minutes !== null) onChange({ from, to: minutes });
        }}
      />
      {to <= from && to > 0 && <span className={css.closed}>{words.t('cal.next-day')}</span>}
      <IconButton
        icon="close"
        label={words.t('cal.remove-hours', { day, hours: `${clockOf(from)}–${clockOf(to)}` })}
        onClick={() => {
          onChange(null);
        }}
      />
    </span>
  );
}

/** After the last one, as people go on after their lunch. */
function nextRange(ranges: readonly OpenRange[]): OpenRange {
  const last = ranges.at(-1);
  if (!last || endOf(last) > 22 * 60) return usual;
  const from = endOf(last) + 60;
  return { from, to: Math.max(from + 60, usual.to) };
}
