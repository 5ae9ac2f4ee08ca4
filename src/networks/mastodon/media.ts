import { setTimeout as wait } from 'node:timers/promises';

import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import type { OutboundFile } from '../kit/outbound.js';
import { fields, id } from '../kit/read.js';
import { call, harmless, read, succeeded } from './call.js';

const uploadTimeoutMs = 60_000;
const processingPauseMs = 500;
const processingLooks = 60;

/** Media ids for a publication. Nothing is public until then, so whatever fails here may be tried again. */
export async function uploadAll(files: readonly OutboundFile[], account: AccountAccess, http: Http): Promise<string[]> {
  const ids: string[] = [];
  for (const file of files) ids.push(await upload(file, account, http));
  return ids;
}

async function upload(file: OutboundFile, account: AccountAccess, http: Http): Promise<string> {
  const answer = await post('/api/v2/media', file, { account, http });
  // Servers from before 2021 know only the first version.
  const taken = answer.status === 404 ? await post('/api/v1/media', file, { account, http }) : answer;
  const mediaId = id(fields(succeeded(taken).json())['id']);
  if (mediaId === undefined) throw notReady('no-media-id', 'the upload was answered without an id');
  if (taken.status === 202) await processed(mediaId, account, http);
  return mediaId;
}

function post(
  path: string,
  file: OutboundFile,
  { account, http }: { readonly account: AccountAccess; readonly http: Http },
): Promise<HttpAnswer> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.mime }), file.name);
  return harmless(
    call(account, http, {
      method: 'POST',
      path,
      body,
      timeoutMs: uploadTimeoutMs,
    }),
  );
}

/** 206 says that the server is still working on it; attaching it now would be refused. */
async function processed(mediaId: string, account: AccountAccess, http: Http): Promise<void> {
  for (let look = 0; look < processingLooks; look += 1) {
    const answer = await read(account, http, `/api/v1/media/${encodeURIComponent(mediaId)}`);
    if (answer.status === 200) return;
    await wait(processingPauseMs);
  }
  throw notReady('media-processing', 'the server is still processing the attachment');
}

function notReady(code: string, detail: string): SendFailure {
  return new SendFailure({ kind: 'try-again', code, detail });
}
