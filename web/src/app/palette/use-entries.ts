import { useMantineColorScheme } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { availabilities, viewNames, type TicketRow } from '../../../../src/contract/index.js';
import { useMe } from '../../api/use-me.js';
import { loadPhrases } from '../../i18n/load-phrases.js';
import type { PhraseKey } from '../../i18n/phrases.js';
import { useWords } from '../../i18n/words-provider.js';
import type { IconName } from '../../ui/icon-paths.js';
import { schemes } from '../../ui/schemes.js';
import { useAvailability } from '../shell/availability-switch.js';
import { destinationsOf } from '../shell/destinations.js';
import { useChooseLocale } from '../shell/use-choose-locale.js';
import { useSignOut } from '../shell/use-sign-out.js';
import type { Entry } from './search.js';

export interface RunEntry extends Entry {
  icon: IconName;
  hint: string;
  run: () => void;
}
interface Plan {
  key: PhraseKey;
  icon: IconName;
  hint?: string;
  run: () => void;
}

/** Everything the palette can do for the one who is signed in, in both languages. */
export function useEntries(onKeys: () => void): RunEntry[] {
  const words = useWords();
  const other = useOtherLanguage();
  const go = useScreens().map((plan) => ({ ...plan, group: 'go' as const }));
  const acts = useActs(onKeys).map((plan) => ({ ...plan, group: 'act' as const }));
  const named = [...go, ...acts].map(({ key, group, icon, hint = '', run }) => ({
    ...{ id: key, label: words.t(key), also: [other?.[key] ?? ''] },
    ...{ group, icon, hint, run },
  }));
  return [...useTickets(), ...named];
}

function useOtherLanguage() {
  const { locale } = useWords();
  const other = locale === 'fr' ? 'en' : 'fr';
  return useQuery({ queryKey: ['phrases', other], queryFn: () => loadPhrases(other), staleTime: Infinity }).data;
}

function useScreens(): Plan[] {
  const navigate = useNavigate();
  const { agent } = useMe();
  return [
    ...viewNames.map((view): Plan => ({
      key: `view.${view}`,
      icon: 'tray',
      run: () => void navigate({ to: '/inbox/$view', params: { view } }),
    })),
    ...destinationsOf(agent)
      .filter(({ id }) => id !== 'inbox')
      .map(({ label, icon, key, link }): Plan => ({
        ...{ key: label, icon, hint: `g ${key}` },
        run: () => void navigate(link),
      })),
    { key: 'nav.me', icon: 'person', run: () => void navigate({ to: '/me' }) },
  ];
}

function useActs(onKeys: () => void): Plan[] {
  const [, available] = useAvailability();
  const chooseLocale = useChooseLocale();
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return [
    ...availabilities.map((one): Plan => ({
      key: `palette.availability.${one}`,
      icon: 'person',
      run: () => {
        available(one);
      },
    })),
    ...schemes.map(({ id, icon }): Plan => ({
      ...{ key: `palette.theme.${id}`, icon },
      run: () => {
        setColorScheme(id);
      },
    })),
    {
      key: 'palette.locale.fr',
      icon: 'globe',
      run: () => {
        chooseLocale('fr');
      },
    },
    {
      key: 'palette.locale.en',
      icon: 'globe',
      run: () => {
        chooseLocale('en');
      },
    },
    { key: 'help.open', icon: 'keys', hint: '?', run: onKeys },
    { key: 'account-menu.sign-out', icon: 'out', run: signOut },
  ];
}

/** The tickets that this screen knows already, in any of its lists. */
function useTickets(): RunEntry[] {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const lists = cache.getQueriesData<{ rows?: TicketRow[] }>({ queryKey: ['tickets'] });
  const rows = new Map(lists.flatMap(([, list]) => list?.rows ?? []).map((row) => [row.id, row]));
  return [...rows.values()].map((row) => ({
    id: row.id,
    label: row.person.name,
    also: [String(row.number), row.preview, row.person.handle ?? ''],
    group: 'tickets',
    icon: 'comment',
    hint: `#${String(row.number)}`,
    run: () => void navigate({ to: '/inbox/$view/$ticket', params: { view: 'all', ticket: row.id } }),
  }));
}
