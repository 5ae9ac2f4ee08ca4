import type { Topic } from '../../domain/understanding/default-topics.js';
import type { Sql } from '../sql.js';

/** What customers of a workspace write about, with the words that tell one from another. */
export function topicsOf(sql: Sql, workspaceId: number): Promise<Topic[]> {
  return sql.many<Topic>(
    `select tp.id, tp.lane, jsonb_build_object('en', tp.name_en, 'fr', tp.name_fr) as name, tp.words
       from topic as tp where tp.workspace_id = $1 order by tp.position, tp.id`,
    [workspaceId],
  );
}
