import type { TopicView } from '../../contract/index.js';
import type { Sql } from '../sql.js';

/** What customers write about, in the order the workspace gave them. */
export function topicViews(sql: Sql, workspaceId: number): Promise<TopicView[]> {
  return sql.many<TopicView>(
    `select tp.id, tp.lane, jsonb_build_object('en', tp.name_en, 'fr', tp.name_fr) as name
       from topic as tp where tp.workspace_id = $1 order by tp.position, tp.id`,
    [workspaceId],
  );
}
