import { parseJson } from '../../platform/json.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { setting } from '../kit/form.js';
import { fields, id, text } from '../kit/read.js';
import type { Fetched, StreamPort } from '../kit/source.js';
import { goneItem, readStatus, statusItem, type Ways } from './edits.js';
import { readInstance } from './instance.js';
import { Roots } from './roots.js';
import { concerns, statusOf, type Status } from './status.js';

/** Events whose news the poll brings. */
const waking = ['notification', 'notifications_merged', 'conversation'];

/**
 * The `user` stream. It only wakes the poll, which is the source of truth, except for edits and deletions: of
 * those no list tells. Throws `SendFailure` when the server does not let us listen.
 */
export async function stream(account: AccountAccess, port: StreamPort): Promise<void> {
  const ways = {
    account,
    http: port.http,
    roots: new Roots(account, port.http),
  };
  const { streaming } = await readInstance(account, port.http);
  for (const door of doors(streaming, account)) {
    const { wasHeard } = await port.sockets.listen({
      ...door,
      signal: port.signal,
      // Whatever happened while nobody listened.
      opened: () => {
        port.wake();
      },
      heard: (frame) => hear(frame, ways, port),
    });
    if (wasHeard || port.signal.aborted) return;
  }
  const detail = 'the server does not let us listen; polling finds what happens';
  throw new SendFailure({ kind: 'try-again', code: 'stream-refused', detail });
}

/** Old and home-made servers take the token only from the query, where it may end in a log: so that comes last. */
function doors(base: string, account: AccountAccess) {
  const token = setting(account.settings, 'accessToken');
  const url = `${base}/api/v1/streaming?stream=user`;
  return [
    { url, headers: { authorization: `Bearer ${token}` } },
    { url: `${url}&access_token=${encodeURIComponent(token)}`, headers: {} },
  ];
}

/** A frame is JSON whose payload is JSON again, but for a deletion, where it is the bare id. */
async function hear(frame: string, ways: Ways, port: StreamPort): Promise<void> {
  const message = fields(parsed(frame));
  const event = text(message['event']) ?? '';
  if (waking.includes(event)) port.wake();
  else if (event === 'delete') await deliver(await gone(id(message['payload']), ways), port);
  else if (event === 'status.update' || event === 'update') {
    await changed(event, statusOf(parsed(message['payload'])), { ways, port });
  }
}

interface Ears {
  readonly ways: Ways;
  readonly port: StreamPort;
}

async function changed(event: string, status: Status | undefined, { ways, port }: Ears): Promise<void> {
  if (status === undefined || !concerns(status, ways.account.externalId)) return;
  if (event === 'update') port.wake();
  else await port.deliver(await statusItem(status, ways.roots));
}

/** The frame tells neither when nor whether it is true for us (a person may only have been untagged). */
async function gone(statusId: string | undefined, ways: Ways): Promise<Fetched | undefined> {
  if (statusId === undefined) return undefined;
  try {
    const answer = await readStatus(statusId, ways);
    return answer.status === 200 ? undefined : goneItem(statusId, answer);
  } catch (error) {
    // Not to be asked now: the reading again of recent messages finds it.
    if (error instanceof SendFailure) return undefined;
    throw error;
  }
}

async function deliver(item: Fetched | undefined, port: StreamPort): Promise<void> {
  if (item !== undefined) await port.deliver(item);
}

function parsed(value: unknown): unknown {
  try {
    return typeof value === 'string' ? parseJson(value) : value;
  } catch {
    // Heartbeats and frames of other software: the poll does not depend on them.
    return undefined;
  }
}
