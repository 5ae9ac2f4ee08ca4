import { useNavigate, useSearch } from '@tanstack/react-router';

/** What is open over the list of people: an agent's id, or the invitation of a new one. */
export interface TeamSearch {
  invite?: boolean;
  agent?: string;
}

export function teamSearch(search: Record<string, unknown>): TeamSearch {
  if (search['invite'] === true) return { invite: true };
  const { agent } = search;
  return typeof agent === 'string' ? { agent } : {};
}

export function useTeamPlace(): { search: TeamSearch; go: (search: TeamSearch) => void } {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    search: teamSearch(search),
    go: (next) => {
      void navigate({ to: '/admin/team', search: next });
    },
  };
}
