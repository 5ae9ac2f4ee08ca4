import { Injectable } from '@nestjs/common';
import type { TopicBookView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { wordsOf } from '../../domain/understanding/normalise.js';
import type { Topic } from '../../domain/understanding/default-topics.js';
import { Database } from '../../store/database.js';
import { topicBookView } from '../../store/routing/routing.view.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { lockRouting } from './change-routing.js';

/** All topics at once, with the words that tell one from another. They count for what arrives from now on. */
@Injectable()
export class SaveTopics {
  constructor(private readonly db: Database) {}

  run(caller: Caller, ask: { readonly revision: number; readonly topics: readonly Topic[] }): Promise<TopicBookView> {
    mustAllow(caller, 'routing.manage');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      await lockRouting(tx, 'topics', ask.revision);
      await tx.routing.saveTopics(checkedTopics(ask.topics));
      return topicBookView(tx.sql, tx.workspaceId);
    });
  }
}

/** Words are kept as texts are read: without accents, in lower case, one by one. */
export function checkedTopics(topics: readonly Topic[]): Topic[] {
  for (const [at, { id, name }] of topics.entries()) {
    const isTwice = topics.findIndex((topic) => topic.id === id) !== at;
    if (isTwice) throw new Refusal('routing.invalid', { name: name.en, why: 'twice' });
  }
  return topics.map((topic) => ({ ...topic, words: [...new Set(topic.words.flatMap(wordsOf))] }));
}
