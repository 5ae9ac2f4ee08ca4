import type { PhraseKey } from '../../i18n/phrases.js';

/** The keys of this screen, for its help. */
export const inboxKeys: readonly { keys: readonly string[]; label: PhraseKey }[] = [
  { keys: ['j', 'k'], label: 'keys.next-previous' },
  { keys: ['Enter'], label: 'keys.open' },
  { keys: ['x'], label: 'keys.select' },
  { keys: ['.'], label: 'keys.apply' },
  { keys: ['/'], label: 'keys.filter' },
  { keys: ['r'], label: 'keys.public' },
  { keys: ['p'], label: 'keys.private' },
  { keys: ['n'], label: 'keys.note' },
  { keys: ['Ctrl Enter'], label: 'keys.send' },
  { keys: ['Ctrl Shift Enter'], label: 'keys.send-close' },
  { keys: ['a'], label: 'keys.assign' },
  { keys: ['Shift a'], label: 'keys.take' },
  { keys: ['m'], label: 'keys.transfer' },
  { keys: ['e'], label: 'keys.close' },
  { keys: ['Shift e'], label: 'keys.close-next' },
  { keys: ['t'], label: 'keys.clocks' },
  { keys: ['i'], label: 'keys.context' },
  { keys: ['b'], label: 'keys.back' },
  { keys: ['Esc'], label: 'keys.escape' },
];
