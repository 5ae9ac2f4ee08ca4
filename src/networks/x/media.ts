import { setTimeout as wait } from 'node:timers/promises';

import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { harmless, isSuccess, refusal } from '../kit/calling.js';
import { SendFailure } from '../kit/failure.js';
import type { OutboundFile } from '../kit/outbound.js';
import { fields, id, number, text, type Fields } from '../kit/read.js';
import { ask, call, pathOf } from './call.js';
import { failureOf } from './failures.js';

interface Uploading {
  readonly account: AccountAccess;
  readonly http: Http;
  readonly space: 'public' | 'private';
}

const pieceBytes = 4 * 1024 * 1024;
const uploadTimeoutMs = 60_000;
const processingLooks = 30;
const mostWaitMs = 2000;
const mostBytes = 50 * 1024 * 1024;

/** Media ids, good for a day. Nothing is published until they are used, so whatever fails here may be tried again. */
export async function uploadAll(files: readonly OutboundFile[], by: Uploading): Promise<string[]> {
  const ids: string[] = [];
  for (const file of files) ids.push(await upload(file, by));
  return ids;
}

async function upload(file: OutboundFile, by: Uploading): Promise<string> {
  const { account, http } = by;
  const json = {
    media_type: file.mime,
    total_bytes: file.bytes.length,
    media_category: `${by.space === 'private' ? 'dm' : 'tweet'}_${categoryOf(file)}`,
  };
  const begun = await ask(account, http, { method: 'POST', path: '/2/media/upload/initialize', body: { json } });
  const mediaId = id(fields(begun['data'])['id']);
  if (mediaId === undefined) throw notReady('no-media-id', 'the upload was answered without an id');
  for (let at = 0, index = 0; at < file.bytes.length; at += pieceBytes, index += 1) {
    const body = new FormData();
    body.append('segment_index', String(index));
    body.append('media', new Blob([new Uint8Array(file.bytes.subarray(at, at + pieceBytes))], { type: file.mime }));
    const path = pathOf('media', 'upload', mediaId, 'append');
    await ask(account, http, { method: 'POST', path, body, timeoutMs: uploadTimeoutMs });
  }
  const path = pathOf('media', 'upload', mediaId, 'finalize');
  const done = await ask(account, http, { method: 'POST', path });
  await processed(mediaId, fields(fields(done['data'])['processing_info']), by);
  return mediaId;
}

async function processed(mediaId: string, first: Fields, { account, http }: Uploading): Promise<void> {
  let info = first;
  for (let look = 0; look < processingLooks; look += 1) {
    const state = text(info['state']) ?? 'succeeded';
    if (state === 'succeeded') return;
    if (state === 'failed') throw refusal('media-processing', 'X could not process the file');
    await wait(Math.min((number(info['check_after_secs']) ?? 1) * 1000, mostWaitMs));
    const query = { command: 'STATUS', media_id: mediaId };
    const told = await ask(account, http, { method: 'GET', path: '/2/media/upload', query });
    info = fields(fields(told['data'])['processing_info']);
  }
  throw notReady('media-processing', 'X is still processing the file');
}

function categoryOf({ type, mime }: OutboundFile): string {
  if (type === 'video') return 'video';
  return type === 'gif' || mime === 'image/gif' ? 'gif' : 'image';
}

/** What came with a private message: `message/media/name`, given out to the account only. */
export async function file(ref: string, account: AccountAccess, http: Http): Promise<Buffer> {
  const path = pathOf('dm_conversations', 'media', ...ref.split('/').slice(0, 3));
  const answer = await harmless(
    call(account, http, { method: 'GET', path, timeoutMs: uploadTimeoutMs, maxBytes: mostBytes }),
  );
  if (!isSuccess(answer)) throw failureOf(answer);
  return answer.body;
}

function notReady(code: string, detail: string): SendFailure {
  return new SendFailure({ kind: 'try-again', code, detail });
}
