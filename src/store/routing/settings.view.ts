import { usualSettings, type RoutingSettings } from '../../domain/routing/routing-settings.js';
import type { Sql } from '../sql.js';

/** As saved, and the usual where nothing was. */
export async function routingSettings(sql: Sql, workspaceId: number): Promise<RoutingSettings> {
  const row = await sql.maybe<{ settings: Partial<RoutingSettings> }>(
    'select r.settings from routing_book as r where r.workspace_id = $1',
    [workspaceId],
  );
  return { ...usualSettings, ...row?.settings };
}
