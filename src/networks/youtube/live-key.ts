import { encoded } from '../kit/rest.js';

const beginning = 'live:';

/** The thread of one person in one live chat. */
export function liveKey(chat: string, person: string): string {
  return `${beginning}${encoded(chat)}:${person}`;
}

/** The live chat of a thread; undefined for the threads of comments. */
export function chatOf(thread: string): string | undefined {
  if (!thread.startsWith(beginning)) return undefined;
  const chat = thread.slice(beginning.length).split(':')[0];
  return chat === undefined || chat === '' ? undefined : decodeURIComponent(chat);
}
