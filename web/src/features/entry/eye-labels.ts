import type { Words } from '../../i18n/words.js';

/** The button that shows what is typed into a password field needs a name of its own. */
export function eyeLabels(words: Words) {
  return { visibilityToggleButtonProps: { 'aria-label': words.t('entry.show-password') } };
}
