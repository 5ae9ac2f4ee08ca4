import { useQuery } from '@tanstack/react-query';
import type { TeamFacts, Topic } from '../../../src/contract/index.js';
import { accountsQuery, networksQuery } from './accounts.js';
import { teamsQuery, topicsQuery } from './routing.js';
import { useWords } from '../i18n/words-provider.js';

interface Named {
  id: string;
  name: string;
}

/** Everything that a rule or a promise can name, as people know it. */
export interface Names {
  networks: readonly Named[];
  accounts: readonly Named[];
  brands: readonly Named[];
  topics: readonly Named[];
  teams: readonly TeamFacts[];
}

export function useNames(): Names {
  const words = useWords();
  const { data: networks = [] } = useQuery(networksQuery);
  const { data: accounts = [] } = useQuery(accountsQuery);
  const { data: topics } = useQuery(topicsQuery);
  const { data: teams } = useQuery(teamsQuery);
  const brands = [...new Set(accounts.flatMap(({ brand }) => brand ?? []))].sort();
  return {
    networks: networks.map(({ id, name }) => ({ id, name })),
    accounts: accounts.map(({ id, name, networkName }) => ({ id, name: `${name} (${networkName})` })),
    brands: brands.map((brand) => ({ id: brand, name: brand })),
    topics: (topics?.topics ?? []).map(({ id, name }: Topic) => ({ id, name: name[words.locale] })),
    teams: teams?.teams ?? [],
  };
}

export function nameIn(all: readonly Named[], id: string): string {
  return all.find((one) => one.id === id)?.name ?? id;
}
