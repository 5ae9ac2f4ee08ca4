import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createIntl, createIntlCache } from 'react-intl';
import { loadPhrases, type Phrases } from './load-phrases.js';
import { wordsOf, type Locale, type Words } from './words.js';

const WordsContext = createContext<Words | null>(null);
const cache = createIntlCache();
/** Whose habits dates and numbers follow: plain English would be American, with its month before the day. */
const regions = { fr: 'fr-FR', en: 'en-GB' } as const;

interface WordsProviderProps {
  locale: Locale;
  children: ReactNode;
}

/** Gives the words of one language; a change of language keeps the screen until the new words are there. */
export function WordsProvider({ locale, children }: WordsProviderProps) {
  const [loaded, setLoaded] = useState<{ locale: Locale; phrases: Phrases } | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadPhrases(locale).then((phrases) => {
      if (!wanted) return;
      document.documentElement.lang = locale;
      setLoaded({ locale, phrases });
    });
    return () => {
      wanted = false;
    };
  }, [locale]);

  const words = useMemo(() => {
    if (!loaded) return null;
    const intl = createIntl({ locale: regions[loaded.locale], messages: { ...loaded.phrases } }, cache);
    return wordsOf(intl, loaded.locale);
  }, [loaded]);
  if (!words) return null;
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('there is no WordsProvider above');
  return words;
}
