import { useQueryClient } from '@tanstack/react-query';
import type { AgentView } from '../../../../src/contract/index.js';
import { agentsQuery } from '../../api/team.js';

/** Puts what an act answered on the screen. */
export function useKeepAgent(): (agent: AgentView) => void {
  const cache = useQueryClient();
  return (agent) => {
    cache.setQueryData(agentsQuery.queryKey, (known) => known?.map((one) => (one.id === agent.id ? agent : one)));
  };
}
