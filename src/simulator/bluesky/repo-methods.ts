import { createHash } from 'node:crypto';

import { dig, digText } from '../kit/dig.js';
import { XrpcError } from './access.js';
import type { Method } from './backend.js';
import { postCollection } from './world.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Writing and reading records. */
export const repoMethods: Readonly<Record<string, Method>> = {
  'com.atproto.repo.createRecord': ({ me, body }, { world }) => {
    if (digText(body, 'repo') !== me) throw new XrpcError(400, 'InvalidRequest', 'Invalid repo');
    const collection = digText(body, 'collection') ?? '';
    const rkey = digText(body, 'rkey');
    const value = recordIn(body);
    if (collection === postCollection) mustBeSound(value);
    const created = world.create(me, { collection, value, ...(rkey === undefined ? {} : { rkey }) });
    if (created === undefined) throw new XrpcError(400, 'InvalidRequest', 'Record already exists');
    const { uri, cid } = created;
    return { uri, cid, commit: { cid, rev: world.tid() }, validationStatus: 'valid' };
  },
  'com.atproto.repo.putRecord': ({ me, body }, { world }) => {
    const collection = digText(body, 'collection') ?? '';
    const rkey = digText(body, 'rkey') ?? '';
    const before = world.records.get(`at://${me}/${collection}/${rkey}`);
    const swap = dig(body, 'swapRecord');
    if (swap !== undefined && swap !== (before?.cid ?? null)) {
      throw new XrpcError(400, 'InvalidSwap', 'Record was at another version');
    }
    if (before !== undefined) world.records.delete(before.uri);
    const created = world.create(me, { collection, rkey, value: recordIn(body) });
    return { uri: created?.uri, cid: created?.cid };
  },
  'com.atproto.repo.deleteRecord': ({ me, body }, { world }) => {
    world.remove(`at://${me}/${digText(body, 'collection') ?? ''}/${digText(body, 'rkey') ?? ''}`);
    return {};
  },
  'com.atproto.repo.getRecord': ({ query }, { world }) => {
    const uri = `at://${query.get('repo')}/${query.get('collection')}/${query.get('rkey')}`;
    const record = world.records.get(uri);
    if (record === undefined) throw new XrpcError(400, 'RecordNotFound', `Could not locate record: ${uri}`);
    return { uri, cid: record.cid, value: record.value };
  },
  'com.atproto.repo.uploadBlob': ({ bytes, mime }, { world }) => {
    const link = `bafkrei${createHash('sha256').update(bytes).digest('hex').slice(0, 40)}`;
    world.blobs.set(link, { mime, bytes });
    return { blob: { $type: 'blob', ref: { $link: link }, mimeType: mime, size: bytes.length } };
  },
  'com.atproto.identity.resolveHandle': ({ query }, { world }) => {
    const person = [...world.people.values()].find(({ handle }) => handle === query.get('handle'));
    if (person === undefined) throw new XrpcError(400, 'InvalidRequest', 'Unable to resolve handle');
    return { did: person.did };
  },
};

function recordIn(body: unknown): Readonly<Record<string, unknown>> {
  const record = dig(body, 'record');
  if (typeof record !== 'object' || record === null) throw new XrpcError(400, 'InvalidRequest', 'Invalid record');
  return { ...record };
}

/** As the lexicon has it: 300 graphemes, 3,000 bytes, facets that point into the text. */
function mustBeSound(value: Readonly<Record<string, unknown>>): void {
  const text = digText(value, 'text') ?? '';
  const bytes = Buffer.byteLength(text);
  const isLong = [...segmenter.segment(text)].length > 300 || bytes > 3000;
  if (isLong) throw new XrpcError(400, 'InvalidRequest', 'Invalid app.bsky.feed.post record: Record/text too long');
  const facets = Array.isArray(value['facets']) ? value['facets'] : [];
  const isOutside = facets.some((facet: unknown) => Number(dig(facet, 'index.byteEnd')) > bytes);
  if (isOutside) throw new XrpcError(400, 'InvalidRequest', 'Invalid app.bsky.feed.post record: facets');
}
