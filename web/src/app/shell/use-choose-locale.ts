import { useQueryClient } from '@tanstack/react-query';
import { meQuery, session } from '../../api/session.js';
import { useAct } from '../../api/use-act.js';
import { useGuessedLocale } from '../../i18n/guess-locale.js';
import type { Locale } from '../../i18n/words.js';

/** Changes the language for this person everywhere, and for this browser's sign-in page. */
export function useChooseLocale(): (locale: Locale) => void {
  const cache = useQueryClient();
  const [, keep] = useGuessedLocale();
  const change = useAct(
    (locale: Locale) => session.change({ locale }),
    (me, locale) => {
      keep(locale);
      cache.setQueryData(meQuery.queryKey, me);
    },
  );
  return change.mutate;
}
