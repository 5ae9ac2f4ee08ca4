import type { ModerationRules } from '../../contract/index.js';
import { charterReasons } from '../../domain/message/moderation.js';
import type { Sql } from '../sql.js';
import { ModerationStore } from './moderation.store.js';

/** What moderators must know before they act. */
export async function moderationRules(sql: Sql, workspaceId: number): Promise<ModerationRules> {
  return { reasons: [...charterReasons], fourEyes: await new ModerationStore(sql, workspaceId).fourEyes() };
}
