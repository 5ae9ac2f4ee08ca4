import type { MissingRight } from '../../kit/account.js';
import type { Words } from '../../kit/form.js';
import type { Login } from './login.js';
import { instagramFields } from './subscription.js';

interface Need {
  readonly names: Readonly<Record<Login, string>>;
  readonly effect: Words;
}

const repair: Readonly<Record<Login, Words>> = {
  instagram: {
    en: 'Connect the account again and accept everything that is asked; for accounts that are not your own, the app needs Advanced Access.',
    fr: 'Reconnectez le compte en acceptant tout ce qui est demandé ; pour les comptes qui ne sont pas les vôtres, l’app a besoin de l’accès avancé.',
  },
  facebook: {
    en: 'Make the Page’s token again with this permission; for a Page that is not your own, the app needs Advanced Access to it.',
    fr: 'Recréez le jeton de la Page avec cette autorisation ; pour une Page qui n’est pas la vôtre, l’app a besoin de l’accès avancé.',
  },
};

const needs: readonly Need[] = [
  {
    names: { instagram: 'instagram_business_manage_comments', facebook: 'instagram_manage_comments' },
    effect: {
      en: 'Comments cannot be received, answered, hidden or deleted.',
      fr: 'Impossible de recevoir les commentaires, d’y répondre, de les masquer ou de les supprimer.',
    },
  },
  {
    names: { instagram: 'instagram_business_manage_messages', facebook: 'instagram_manage_messages' },
    effect: {
      en: 'Private messages cannot be received or answered, and comments cannot be answered in private.',
      fr: 'Impossible de recevoir des messages privés, d’y répondre, ou de répondre en privé aux commentaires.',
    },
  },
  {
    names: { instagram: 'instagram_business_basic', facebook: 'instagram_basic' },
    effect: {
      en: 'The account’s posts cannot be read: what a webhook missed stays lost.',
      fr: 'Les publications du compte ne peuvent pas être lues : ce qu’un webhook a manqué reste perdu.',
    },
  },
];

const ofPage: MissingRight = {
  name: 'pages_manage_metadata',
  effect: {
    en: 'The Page cannot be subscribed to: everything comes by the poll only, minutes late.',
    fr: 'La Page ne peut pas être suivie : tout arrive par interrogation, avec quelques minutes de retard.',
  },
  repair: repair.facebook,
};

/** Of the permissions that a token has; undefined when nobody tells. */
export function missingRights(login: Login, granted: readonly string[] | undefined): MissingRight[] {
  if (granted === undefined) return [];
  const wanted = needs.map(({ names, effect }) => ({ name: names[login], effect, repair: repair[login] }));
  const all = login === 'facebook' ? [...wanted, ofPage] : wanted;
  return all.filter(({ name }) => !granted.includes(name));
}

export const scopesWanted = needs.map(({ names }) => names.instagram);

export function withoutFields(missing: readonly string[]): MissingRight[] {
  // Before the first subscription there is nothing to say of it; when Meta ends it, the poll notices.
  if (missing.length === 0 || missing.length >= instagramFields.length) return [];
  return [
    {
      name: missing.join(', '),
      effect: {
        en: 'Of these kinds Instagram does not tell at once: they come by the poll, minutes late, or not at all.',
        fr: 'Instagram ne signale pas ces événements aussitôt : ils arrivent par interrogation, en retard, ou jamais.',
      },
      repair: {
        en: 'Connect the account again: Relais then subscribes to these fields.',
        fr: 'Connectez à nouveau le compte : Relais s’abonne alors à ces champs.',
      },
    },
  ];
}
