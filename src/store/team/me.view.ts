import type { Me } from '../../contract/index.js';
import type { Sql } from '../sql.js';

/** The agent who asks, and the workspace they work in. */
export async function meView(sql: Sql, workspaceId: number, agentId: string): Promise<Omit<Me, 'version'>> {
  const { workspaceName, demo, ...agent } = await sql.one<Me['agent'] & { workspaceName: string; demo: boolean }>(
    `select g.id, g.name, g.email, g.role, g.locale, g.availability, w.name as "workspaceName", w.demo
       from agent as g join workspace as w on w.id = g.workspace_id
      where g.workspace_id = $1 and g.id = $2`,
    [workspaceId, agentId],
  );
  return { agent, workspace: { id: workspaceId, name: workspaceName, demo } };
}
