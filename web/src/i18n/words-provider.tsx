import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createIntl, createIntlCache } from 'react-intl';
import { loadLatePhrases, loadPhrases, type Phrases } from './load-phrases.js';
import { wordsOf, type Locale, type Words } from './words.js';

export const WordsContext = createContext<Words | null>(null);
const WholeContext = createContext(false);
const cache = createIntlCache();
/** Whose habits dates and numbers follow: plain English would be American, with its month before the day. */
const regions = { fr: 'fr-FR', en: 'en-GB' } as const;

interface WordsProviderProps {
  locale: Locale;
  children: ReactNode;
}

interface Loaded {
  locale: Locale;
  phrases: Phrases;
  whole: boolean;
}

/** Gives the words of one language; a change of language keeps the screen until the new words are there. */
export function WordsProvider({ locale, children }: WordsProviderProps) {
  const loaded = useLoaded(locale);
  const words = useMemo(() => {
    if (!loaded) return null;
    const intl = createIntl({ locale: regions[loaded.locale], messages: { ...loaded.phrases } }, cache);
    return wordsOf(intl, loaded.locale);
  }, [loaded]);
  if (!words) return null;
  return (
    <WordsContext value={words}>
      <WholeContext value={loaded?.whole ?? false}>{children}</WholeContext>
    </WordsContext>
  );
}

function useLoaded(locale: Locale): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let wanted = true;
    const load = async () => {
      const rest = loadLatePhrases(locale);
      const first = await loadPhrases(locale);
      // In another language a screen that has all its phrases changes at once or not at all.
      if (wanted) setLoaded((before) => (before?.whole ? before : { locale, phrases: first, whole: false }));
      const phrases = { ...first, ...(await rest) };
      if (wanted) setLoaded({ locale, phrases, whole: true });
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [locale]);
  const shown = loaded?.locale;
  useEffect(() => {
    if (shown) document.documentElement.lang = shown;
  }, [shown]);
  return loaded;
}

/** For screens and panes whose phrases are not among the first. */
export function AllPhrases({ children, fallback = null }: { children: ReactNode; fallback?: ReactNode }) {
  return use(WholeContext) ? children : fallback;
}

export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('there is no WordsProvider above');
  return words;
}
