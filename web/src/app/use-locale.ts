import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../api/session.js';
import { useGuessedLocale } from '../i18n/guess-locale.js';
import type { Locale } from '../i18n/words.js';

/** The language of the one who is signed in; before that, of the browser. */
export function useLocale(): Locale {
  const { data } = useQuery({ ...meQuery, enabled: false });
  const [guessed] = useGuessedLocale();
  return data?.agent.locale ?? guessed;
}
