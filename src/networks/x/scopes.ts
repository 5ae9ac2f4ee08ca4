import type { MissingRight } from '../kit/account.js';
import type { Words } from '../kit/form.js';

interface Scope {
  readonly name: string;
  readonly effect: Words;
}

const scopes: readonly Scope[] = [
  { name: 'tweet.read', effect: { en: 'Nothing public arrives.', fr: 'Rien de public n’arrive.' } },
  { name: 'users.read', effect: { en: 'Nothing arrives.', fr: 'Rien n’arrive.' } },
  {
    name: 'tweet.write',
    effect: { en: 'No public reply can be sent.', fr: 'Aucune réponse publique ne peut partir.' },
  },
  {
    name: 'tweet.moderate.write',
    effect: { en: 'Replies cannot be hidden.', fr: 'Les réponses ne peuvent pas être masquées.' },
  },
  { name: 'dm.read', effect: { en: 'Private messages do not arrive.', fr: 'Les messages privés n’arrivent pas.' } },
  { name: 'dm.write', effect: { en: 'No private message can be sent.', fr: 'Aucun message privé ne peut partir.' } },
  {
    name: 'media.write',
    effect: { en: 'Replies cannot carry files.', fr: 'Les réponses ne peuvent pas porter de fichiers.' },
  },
  {
    name: 'offline.access',
    effect: {
      en: 'The connection ends after two hours.',
      fr: 'La connexion prend fin au bout de deux heures.',
    },
  },
];

const repair: Words = {
  en: 'Connect the account again with the button, and accept everything that is asked.',
  fr: 'Reconnectez le compte avec le bouton, en acceptant tout ce qui est demandé.',
};

export const wantedScopes = scopes.map(({ name }) => name);

/** Nothing is missing where the scopes are not known: tokens of the older kind do not name them. */
export function missingOf(granted: readonly string[]): MissingRight[] {
  if (granted.length === 0) return [];
  return scopes.filter(({ name }) => !granted.includes(name)).map(({ name, effect }) => ({ name, effect, repair }));
}
