import type { MessageView } from '../../../../../src/contract/index.js';
import type { Words } from '../../../i18n/words.js';
import { announce } from '../../../ui/announcer.js';
import { toast } from '../../../ui/toasts.js';

/** What became of it, said once; the seconds in which it can be taken back are counted in sight. */
export function tellSent(words: Words, message: MessageView | null, undoSeconds: number): void {
  backToReading();
  if (message === null) announce(words.t('announce.noted'));
  else if (message.state === 'approval') toast({ text: words.t('approval.submitted'), tone: 'ok' });
  else if (message.sendsAt !== null && undoSeconds > 0) announce(words.t('announce.leaves', { seconds: undoSeconds }));
  else if (message.sendsAt !== null) announce(words.t('announce.planned', { at: words.moment(message.sendsAt) }));
  else if (undoSeconds > 0) toast({ text: words.t('send.at-once') });
  else announce(words.t('announce.queued'));
}

/** The letters act again: `z` takes it back, `j` goes to the next ticket. */
function backToReading(): void {
  if (document.activeElement?.matches('[data-composer] textarea') !== true) return;
  document.querySelector<HTMLElement>('[data-timeline]')?.focus({ preventScroll: true });
}
