import { useNavigate, useSearch } from '@tanstack/react-router';

export const expertTabs = ['board', 'mine', 'registry', 'embargoes'] as const;
export type ExpertTab = (typeof expertTabs)[number];

export interface ExpertsSearch {
  tab?: ExpertTab;
}

export function expertsSearch({ tab: wanted }: Record<string, unknown>): ExpertsSearch {
  const tab = expertTabs.find((one) => one === wanted);
  return tab ? { tab } : {};
}

export function useExpertsPlace(): { tab: ExpertTab | null; go: (tab: ExpertTab) => void } {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    tab: expertsSearch(search).tab ?? null,
    go: (tab) => {
      void navigate({ to: '/experts', search: { tab } });
    },
  };
}
