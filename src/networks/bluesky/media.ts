import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { harmless, isSuccess, refusal, tolerated } from '../kit/calling.js';
import { SendFailure } from '../kit/failure.js';
import type { OutboundFile } from '../kit/outbound.js';
import { fields, record, type Fields } from '../kit/read.js';
import { ask, xrpc } from './call.js';
import { failureOf } from './failures.js';
import { pdsIn } from './session.js';

const uploadTimeoutMs = 60_000;
const mostBytes = 50 * 1024 * 1024;

/** The images of a post. Nothing is public until it is, so whatever fails here may be tried again. */
export async function uploadAll(files: readonly OutboundFile[], account: AccountAccess, http: Http): Promise<object[]> {
  const images: object[] = [];
  for (const { name, mime, bytes } of files) {
    const call = { name: 'com.atproto.repo.uploadBlob', bytes: { mime, body: bytes }, timeoutMs: uploadTimeoutMs };
    const image = record((await ask(account, http, call))['blob']);
    if (image === undefined) {
      throw new SendFailure({ kind: 'try-again', code: 'no-blob', detail: 'the upload was answered without a blob' });
    }
    images.push({ image, alt: name });
  }
  return images;
}

/** A blob by `did/cid`, from the server of its author, which the author's document names. */
export async function file(ref: string, account: AccountAccess, http: Http): Promise<Buffer> {
  const [did, cid] = ref.split('/');
  if (did === undefined || cid === undefined) throw refusal('no-blob', 'this is no file of this network');
  const call = ask(account, http, { name: 'com.atproto.identity.resolveIdentity', query: { identifier: did } });
  const told: Fields = await tolerated<Fields, Fields>(call, {});
  const pds = pdsIn(fields(told['didDoc']));
  const home = pds === undefined ? account : { ...account, settings: { ...account.settings, pds } };
  const name = 'com.atproto.sync.getBlob';
  // Another's server is told nothing of ours.
  const token = '';
  const answer = await harmless(
    home === account
      ? xrpc(account, http, { name, query: { did, cid }, token, timeoutMs: uploadTimeoutMs })
      : http.request({
          method: 'GET',
          url: blobUrl(pds ?? '', did, cid),
          timeoutMs: uploadTimeoutMs,
          maxBytes: mostBytes,
        }),
  );
  if (!isSuccess(answer)) throw failureOf(answer);
  return answer.body;
}

function blobUrl(pds: string, did: string, cid: string): string {
  return `${pds}/xrpc/com.atproto.sync.getBlob?${new URLSearchParams({ did, cid })}`;
}
