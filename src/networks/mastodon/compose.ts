// A mention as Mastodon finds one (app/models/account.rb, MENTION_RE): not inside a word, a path or a query.
const mentionStart = '(?<![=/\\p{L}\\p{N}_])';
const strayMention = new RegExp(`${mentionStart}@+(?=[\\p{L}\\p{N}_])`, 'gu');
const mentionAhead = /^@([\w.-]*\w)(?:@([\w.-]*\w))?/u;

export interface Addressee {
  /** `user@host`, or `user` for someone of our own server; never with a leading @. */
  readonly acct: string;
  readonly isAlone: boolean;
}

/**
 * The text as it is published. A person whose name is not in it is told nothing, so it is put in front when the
 * agent left it out. In an exchange between two, every other name would bring its owner in: those lose their @.
 */
export function compose(text: string, to: Addressee): string {
  const safe = to.isAlone ? withoutStrayMentions(text, to.acct) : text;
  return names(safe, to.acct) ? safe : `@${to.acct} ${safe}`.trimEnd();
}

/** A handle as agents and servers write it, without a leading @. */
export function bareHandle(handle: string): string {
  return handle.trim().replace(/^@+/u, '');
}

function names(text: string, acct: string): boolean {
  return [...text.matchAll(strayMention)].some((found) => isMentionOf(text.slice(found.index), acct));
}

function withoutStrayMentions(text: string, acct: string): string {
  return text.replace(strayMention, (signs, at: number) =>
    signs === '@' && isMentionOf(text.slice(at), acct) ? signs : '',
  );
}

function isMentionOf(rest: string, acct: string): boolean {
  const found = mentionAhead.exec(rest);
  if (found === null) return false;
  const named = found[2] === undefined ? found[1] : `${found[1]}@${found[2]}`;
  return named?.toLowerCase() === acct.toLowerCase();
}
