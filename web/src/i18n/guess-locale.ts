import { useKept } from '../ui/use-kept.js';
import type { Locale } from './words.js';

/** Before anybody has signed in: what was chosen on this browser, else what the browser speaks. */
export function useGuessedLocale(): [Locale, (next: Locale) => void] {
  const [kept, keep] = useKept('locale', '');
  if (kept === 'fr' || kept === 'en') return [kept, keep];
  return [navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en', keep];
}
