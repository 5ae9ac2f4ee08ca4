import { openOn } from '../../../../src/contract/sla-rules.js';
import type { CalendarView } from '../../../../src/contract/index.js';
import { useNow } from '../../live/use-now.js';
import { useWords } from '../../i18n/words-provider.js';
import { dateText } from './date-words.js';
import css from './promises.module.css';
import own from './special-days.module.css';
import { Track } from './track.js';
import { dateAfter, rangeText, todayIn } from './wall-time.js';

const minute = 60_000;
const daysAhead = 14;

/** What the calendar means for the two weeks that begin today. */
export function Fortnight({ calendar }: { calendar: CalendarView }) {
  const words = useWords();
  const today = todayIn(calendar.zone, useNow(minute));
  const dates = Array.from({ length: daysAhead }, (_, more) => dateAfter(today, more));
  return (
    <section className={css.parts} aria-label={words.t('cal.fortnight')}>
      <h2 className={css.heading}>{words.t('cal.fortnight')}</h2>
      <ul className={own.fortnight}>
        {dates.map((date) => {
          const ranges = openOn(calendar, date);
          const special = calendar.days.find((day) => day.date === date);
          const hours = ranges.length === 0 ? words.t('cal.closed') : words.list(ranges.map(rangeText));
          return (
            <li key={date} className={own.ahead} data-special={special !== undefined}>
              <span className={own.date}>{dateText(words, date)}</span>
              <Track ranges={ranges} />
              <span className={own.told}>{special?.name ? `${special.name} · ${hours}` : hours}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
