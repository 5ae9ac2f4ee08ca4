import { Injectable } from '@nestjs/common';
import type { TopicTrialView } from '../../contract/index.js';
import { route, type Route } from '../../domain/routing/route.js';
import type { Topic } from '../../domain/understanding/default-topics.js';
import { understand, wordsFor, type Mind, type Understanding } from '../../domain/understanding/understand.js';
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
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const topics = draft ? checkedTopics(draft) : await topicsOf(tx.sql, caller.workspaceId);
      return tried(text, space, { model: await tx.models.ready(), topics });
    });
  }
}

/** With the words that speak for each of the likeliest topics. */
function tried(text: string, space: 'public' | 'private', mind: Mind): TopicTrialView {
  const understood = understand(text, mind);
  const kind = space === 'private' ? 'direct' : 'comment';
  const { words: _words, guesses, ...rest } = understood;
  return {
    ...rest,
    ...placeOf(route({ kind, space }, understood, mind.topics)),
    weighed: weighed(text, guesses, mind),
  };
}

function placeOf({ lane, rule }: Route): Pick<TopicTrialView, 'lane' | 'rule'> {
  return { lane, rule };
}

function weighed(text: string, guesses: Understanding['guesses'], mind: Mind): TopicTrialView['weighed'] {
  return guesses.flatMap(({ topic, confidence }) =>
    topic === null ? [] : [{ topic, confidence, words: [...wordsFor(text, topic, mind)] }],
  );
}
