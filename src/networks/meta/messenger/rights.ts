import type { AccountLimits, MissingRight } from '../../kit/account.js';
import type { Needs } from '../graph/check.js';
import { messagingFields } from '../graph/subscription.js';

const repair = {
  en: 'Make the Page’s token again with this permission; for people who have no role in the app, it needs Advanced Access.',
  fr: 'Recréez le jeton de la Page avec cette autorisation ; pour les personnes sans rôle dans l’app, l’accès avancé est nécessaire.',
};

const rights: readonly MissingRight[] = [
  {
    name: 'pages_messaging',
    effect: {
      en: 'Private messages cannot be received or answered, and comments cannot be answered in private.',
      fr: 'Impossible de recevoir des messages privés, d’y répondre, ou de répondre en privé aux commentaires.',
    },
    repair,
  },
  {
    name: 'pages_manage_metadata',
    effect: {
      en: 'The Page cannot be subscribed to: messages come by the poll only, a minute late, without receipts, edits or deletions.',
      fr: 'La Page ne peut pas être suivie : les messages n’arrivent que par interrogation, avec une minute de retard, sans accusés, modifications ni suppressions.',
    },
    repair,
  },
  {
    name: 'pages_read_engagement',
    effect: {
      en: 'Conversations cannot be read back: messages that a webhook missed stay lost, and people have no names.',
      fr: 'Les conversations ne peuvent pas être relues : les messages manqués restent perdus et les personnes n’ont pas de nom.',
    },
    repair,
  },
];

export function needsOf(limits: AccountLimits): Needs {
  return {
    rights,
    webhookFields: messagingFields,
    withoutFields: {
      name: messagingFields.join(', '),
      effect: {
        en: 'Of these kinds Meta does not tell: messages come by the poll, edits, deletions and receipts not at all.',
        fr: 'Meta ne signale pas ces événements : les messages arrivent par interrogation, les modifications, suppressions et accusés jamais.',
      },
      repair: {
        en: 'Connect the account again: Relais then subscribes to these fields.',
        fr: 'Connectez à nouveau le compte : Relais s’abonne alors à ces champs.',
      },
    },
    limits,
  };
}
