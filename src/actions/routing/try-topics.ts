import { Injectable } from '@nestjs/common';
import type { TopicTrialView } from '../../contract/index.js';
import { route } from '../../domain/routing/route.js';
import type { Topic } from '../../domain/understanding/default-topics.js';
import { understand, wordsByTopic } from '../../domain/understanding/understand.js';
import { Database } from '../../store/database.js';
import { topicsOf } from '../../store/routing/topic.store.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { checkedTopics } from './save-topics.js';

interface TopicTrial {
  readonly text: string;
  readonly space: 'public' | 'private';
  /** Instead of those that are saved. */
  readonly topics: readonly Topic[] | null;
}

/** What a text would be taken for, and by which of its words. */
@Injectable()
export class TryTopics {
  constructor(private readonly db: Database) {}

  async run(caller: Caller, { text, space, topics: draft }: TopicTrial): Promise<TopicTrialView> {
    mustAllow(caller, 'routing.see');
    const topics = draft ? checkedTopics(draft) : await this.db.read((sql) => topicsOf(sql, caller.workspaceId));
    const understood = understand(text, topics);
    const { lane, rule } = route({ kind: space === 'private' ? 'direct' : 'comment', space }, understood, topics);
    const { words: _words, ...rest } = understood;
    return { ...rest, lane, rule, weighed: wordsByTopic(text, topics) };
  }
}
