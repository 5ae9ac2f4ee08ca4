import type { MissingRight } from '../kit/account.js';
import type { Words } from '../kit/form.js';

const effects: Readonly<Record<string, Words>> = {
  'user:read:chat': { en: 'Nothing of the chat arrives.', fr: 'Rien du chat n’arrive.' },
  'user:write:chat': { en: 'Nothing can be said in the chat.', fr: 'Rien ne peut être dit dans le chat.' },
  'user:bot': {
    en: 'The chat does not arrive by webhook.',
    fr: 'Le chat n’arrive pas par webhook.',
  },
  'user:manage:whispers': {
    en: 'Whispers neither arrive nor can be sent.',
    fr: 'Les chuchotements n’arrivent pas et ne peuvent pas partir.',
  },
  'moderator:manage:chat_messages': {
    en: 'Messages of the chat cannot be deleted.',
    fr: 'Les messages du chat ne peuvent pas être supprimés.',
  },
};

const repair: Words = {
  en: 'Connect the account again with the button, and accept everything that is asked.',
  fr: 'Reconnectez le compte avec le bouton, en acceptant tout ce qui est demandé.',
};

export const wantedScopes = Object.keys(effects);

export function missingOf(granted: readonly string[]): MissingRight[] {
  return Object.entries(effects)
    .filter(([name]) => !granted.includes(name))
    .map(([name, effect]) => ({ name, effect, repair }));
}
