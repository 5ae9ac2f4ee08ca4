import { createHash } from 'node:crypto';

export interface Uri {
  readonly did: string;
  readonly collection: string;
  readonly rkey: string;
}

export const postCollection = 'app.bsky.feed.post';
const uriForm = /^at:\/\/(did:[a-z]+:[\w.:%-]+)\/([\w.-]+)\/([\w.~:-]+)$/u;

/** Where people see somebody; undefined for what is no DID. */
export function profileUrlOf(did: string): string | undefined {
  return /^did:[a-z]+:[\w.:%-]+$/u.test(did) ? `https://bsky.app/profile/${did}` : undefined;
}

/** Undefined for what is no address of a record. */
export function readUri(uri: string | undefined): Uri | undefined {
  const [, did, collection, rkey] = uriForm.exec(uri ?? '') ?? [];
  return did === undefined || collection === undefined || rkey === undefined ? undefined : { did, collection, rkey };
}

export function writeUri({ did, collection, rkey }: Uri): string {
  return `at://${did}/${collection}/${rkey}`;
}

/** Where people see a post. */
export function permalinkOf(uri: string): string | undefined {
  const found = readUri(uri);
  return found?.collection === postCollection ? `https://bsky.app/profile/${found.did}/post/${found.rkey}` : undefined;
}

/** The public words of one person under one first post. */
export function threadKey(root: string, did: string): string {
  return `${root} ${did}`;
}

/** Private messages are numbered within their conversation. */
export function chatKey(convo: string, message: string): string {
  return `${convo}/${message}`;
}

/** Undefined for what is no private message. */
export function readChatKey(key: string): { readonly convo: string; readonly message: string } | undefined {
  const [, convo, message] = /^([^/]+)\/([^/]+)$/u.exec(key) ?? [];
  return convo === undefined || message === undefined ? undefined : { convo, message };
}

const letters = '234567abcdefghijklmnopqrstuvwxyz';

/** A TID (atproto.com/specs/tid): they sort as the instants that they were made of. */
export function tidOf(micros: bigint, clock: bigint): string {
  let number = ((micros << 10n) | (clock & 1023n)) & ((1n << 63n) - 1n);
  let tid = '';
  for (let length = 0; length < 13; length += 1) {
    tid = `${letters[Number(number & 31n)]}${tid}`;
    number >>= 5n;
  }
  return tid;
}

/**
 * The record key of our message, the same at every try, so that it is written once only: made of the instant in our
 * UUID, which is of version 7, and of what is random in it.
 */
export function rkeyOf(messageId: string): string {
  const digest = createHash('sha256').update(messageId).digest();
  const ms = BigInt(`0x0${messageId.replaceAll('-', '').slice(0, 12)}`);
  return tidOf(ms * 1000n + BigInt(digest.readUInt32BE(0) % 1000), BigInt(digest.readUInt16BE(4)));
}
