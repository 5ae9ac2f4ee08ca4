/** Discord's first second: 2015. Ids carry the instant at which they were given (docs.discord.com, "Snowflakes"). */
const epochMs = 1_420_070_400_000n;

export function messageKey(channel: string, message: string): string {
  return `${channel}/${message}`;
}

/** Undefined when it is no key of ours. */
export function readMessageKey(key: string): { readonly channel: string; readonly message: string } | undefined {
  const [, channel, message] = /^(\d+)\/(\d+)$/u.exec(key) ?? [];
  return channel === undefined || message === undefined ? undefined : { channel, message };
}

/** One person's words in a channel, or in a thread, which is a channel of its own. */
export function placeKey(channel: string, person: string): string {
  return `${channel}:${person}`;
}

/** A private exchange is named after its channel alone. */
export function channelOf(thread: string): string {
  return thread.split(':')[0] ?? thread;
}

export function timeOf(id: string): Date {
  const number = /^\d{1,20}$/u.test(id) ? BigInt(id) : 0n;
  return new Date(number === 0n ? 0 : Number((number >> 22n) + epochMs));
}

export function idAt(at: Date): string {
  const ms = BigInt(at.getTime()) - epochMs;
  return String(ms > 0n ? ms << 22n : 0n);
}

/** Our UUID in the 25 letters that a nonce may have. */
export function nonceOf(messageId: string): string {
  return Buffer.from(messageId.replaceAll('-', ''), 'hex').toString('base64url');
}

/** The UUID in a nonce; undefined for what other programs put there. */
export function readNonce(nonce: string | undefined): string | undefined {
  if (nonce === undefined || !/^[\w-]{22}$/u.test(nonce)) return undefined;
  const hex = Buffer.from(nonce, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
