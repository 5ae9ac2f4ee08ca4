import { may, type Me } from '../../contract/index.js';
import { picksViews } from '../routing/pick.view.js';
import { routingSettings } from '../routing/settings.view.js';
import type { Sql } from '../sql.js';

/** The agent who asks, and the workspace they work in. */
export async function meView(sql: Sql, workspaceId: number, agentId: string): Promise<Omit<Me, 'version'>> {
  const { workspaceName, demo, ...agent } = await sql.one<Me['agent'] & { workspaceName: string; demo: boolean }>(
    `select g.id, g.name, g.email, g.role, g.locale, g.availability, w.name as "workspaceName", w.demo
       from agent as g join workspace as w on w.id = g.workspace_id
      where g.workspace_id = $1 and g.id = $2`,
    [workspaceId, agentId],
  );
  const [chosen] = await picksViews(sql, workspaceId, agentId);
  const { picked, passedOver, skipsToday } = chosen ?? { picked: 0, passedOver: 0, skipsToday: 0 };
  const { skipsPerDay } = await routingSettings(sql, workspaceId);
  const isFree = skipsPerDay === null || may(agent, 'ticket.pick-any').ok;
  const picks = { picked, passedOver, skipsLeft: isFree ? null : Math.max(0, skipsPerDay - skipsToday) };
  return { agent, picks, workspace: { id: workspaceId, name: workspaceName, demo } };
}
