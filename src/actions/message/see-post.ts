import type { PostRef } from '../../domain/message/inbound-event.js';
import type { RulesOf } from '../../domain/message/reply-ways.js';
import { newId } from '../../platform/ids.js';
import type { Work } from '../../store/work.js';
import { tellThread } from '../ticket/tell.js';
import type { Scene } from './event-outcome.js';

/** The post, with what is told of it now; the pages of its threads learn what is new. Answers our id for it. */
export async function seePost(
  tx: Work,
  scene: Scene,
  by: { readonly post: PostRef; readonly rulesOf: RulesOf },
): Promise<string> {
  const { id, changed } = await tx.posts.see(scene.account.id, newId(), by.post);
  if (changed) await tellThreadsUnder(tx, id, { rulesOf: by.rulesOf, now: scene.now });
  return id;
}

export async function tellThreadsUnder(
  tx: Work,
  postId: string,
  by: { readonly rulesOf: RulesOf; readonly now: Date },
): Promise<void> {
  for (const thread of await tx.posts.touchThreads(postId)) await tellThread(tx, thread, by);
}
