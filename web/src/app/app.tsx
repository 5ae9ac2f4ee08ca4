import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { WordsProvider } from '../i18n/words-provider.js';
import { Announcer } from '../ui/announcer.js';
import { theme } from '../ui/theme.js';
import { makeQueryClient } from './query-client.js';
import { makeRouter } from './router.js';
import { useLocale } from './use-locale.js';

export function App() {
  const [cache] = useState(makeQueryClient);
  const [router] = useState(() => makeRouter(cache));
  return (
    <QueryClientProvider client={cache}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Spoken router={router} />
      </MantineProvider>
    </QueryClientProvider>
  );
}

/** Everything that is said in the reader's language. */
function Spoken({ router }: { router: ReturnType<typeof makeRouter> }) {
  return (
    <WordsProvider locale={useLocale()}>
      <RouterProvider router={router} />
      <Announcer />
    </WordsProvider>
  );
}
