import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { objectIn } from '../kit/json.js';
import { fields, text } from '../kit/read.js';
import type { StreamPort } from '../kit/source.js';
import { readUri, writeUri } from './address.js';
import { ask } from './call.js';
import { commitOf } from './parse-jetstream.js';

/** As many people as one address line holds; Jetstream itself takes 10,000. */
const mostPeople = 100;
/** Who wrote for the first time is listened to from the next round on. */
const roundMs = 5 * 60_000;
const overlapMicros = 10_000_000;

/**
 * Jetstream, for deletions: no notification tells of them. It is asked for the posts of the account and of those who wrote
 * to it lately; whatever it misses, the looking again of the poll finds. Throws `SendFailure` when it cannot be had.
 */
export async function stream(account: AccountAccess, port: StreamPort): Promise<void> {
  const base = account.settings['jetstream'];
  if (base === undefined) throw none('stream-off', 'no Jetstream server is set: polling finds what happens');
  let since: number | undefined;
  while (!port.signal.aborted) {
    const people = await lately(account, port);
    const round = AbortSignal.any([port.signal, AbortSignal.timeout(roundMs)]);
    const { wasHeard } = await port.sockets.listen({
      url: urlOf(base, people, since),
      signal: round,
      heard: async (frame) => {
        since = (await hear(frame, account, port)) ?? since;
      },
    });
    // It broke: whoever keeps the stream opens it again after a moment.
    if (!round.aborted) {
      if (wasHeard) return;
      throw none('stream-refused', 'Jetstream does not let us listen; polling finds what happens');
    }
  }
}

/** The account itself, and the authors of its latest notifications. */
async function lately(account: AccountAccess, port: StreamPort): Promise<string[]> {
  const query = { limit: '100', reasons: ['mention', 'reply', 'quote'] };
  const told = await ask(account, port.http, { name: 'app.bsky.notification.listNotifications', query });
  const notifications = Array.isArray(told['notifications']) ? told['notifications'] : [];
  const authors = notifications.flatMap((one) => text(fields(fields(one)['author'])['did']) ?? []);
  return [...new Set([account.externalId, ...authors])].slice(0, mostPeople);
}

function urlOf(base: string, people: readonly string[], since: number | undefined): string {
  const whole = /^(?:https?|wss?):\/\//iu.test(base) ? base : `https://${base}`;
  const query = new URLSearchParams({ wantedCollections: 'app.bsky.feed.post' });
  for (const did of people) query.append('wantedDids', did);
  if (since !== undefined) query.set('cursor', String(since - overlapMicros));
  return `${whole.replace(/^http/iu, 'ws').replace(/\/+$/u, '')}/subscribe?${query}`;
}

/** What was written wakes the poll; what was deleted is delivered. Answers the frame's place in the stream. */
async function hear(frame: string, account: AccountAccess, port: StreamPort): Promise<number | undefined> {
  const told = objectIn(frame);
  const commit = told['kind'] === 'commit' ? commitOf(told) : undefined;
  if (commit?.operation === 'delete') {
    const uri = writeUri(commit);
    if (readUri(uri) !== undefined) await port.deliver({ key: `gone:${uri}`, body: told });
  } else if (commit !== undefined) port.wake();
  if (told['kind'] === 'account' && told['did'] === account.externalId) {
    await port.deliver({ key: `account:${String(told['time_us'])}`, body: told });
  }
  return typeof told['time_us'] === 'number' ? told['time_us'] : undefined;
}

function none(code: string, detail: string): SendFailure {
  return new SendFailure({ kind: 'try-again', code, detail });
}
