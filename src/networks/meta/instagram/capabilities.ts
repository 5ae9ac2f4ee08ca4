import type { Capabilities } from '../../kit/capabilities.js';
import { maxFileBytes } from '../messenger/content.js';
import { maxComment } from './comment-call.js';
import { maxDirect } from './content.js';

export const capabilities: Capabilities = {
  receives: ['comment', 'mention', 'direct', 'reaction', 'edit', 'delete', 'receipt', 'echo'],
  transports: ['webhook', 'poll'],
  replies: {
    public: {
      maxLength: maxComment,
      unit: 'utf16',
      attachments: { max: 0, maxBytes: 0, types: [], withText: false },
      window: null,
    },
    private: {
      maxLength: maxDirect,
      unit: 'utf8',
      attachments: {
        max: 1,
        maxBytes: maxFileBytes,
        types: ['image', 'gif', 'video', 'audio', 'voice', 'file'],
        withText: false,
      },
      window: { hours: 24, humanAgentHours: 7 * 24 },
    },
  },
  publicToPrivate: { via: 'instagram', oncePerMessage: true, days: 7 },
  moderation: ['hide', 'unhide', 'delete'],
  idempotency: 'read-back',
  identityScope: 'account',
  cannot: [
    {
      en: 'A person must have written within 24 hours, or within 7 days where Meta has approved your app as Human Agent.',
      fr: 'La personne doit avoir écrit dans les 24 heures, ou dans les 7 jours si Meta a approuvé votre app comme Human Agent.',
    },
    {
      en: 'A comment can be answered in private once, within seven days, in words only; the exchange goes on when the person answers.',
      fr: 'On ne peut répondre en privé à un commentaire qu’une fois, dans les sept jours et en texte seul ; l’échange continue quand la personne répond.',
    },
    {
      en: 'Instagram does not tell when a comment is edited or deleted, and comments can be neither liked nor edited.',
      fr: 'Instagram ne signale ni modification ni suppression de commentaire, et on ne peut ni aimer ni modifier un commentaire.',
    },
    {
      en: 'Mentions in captions and comments elsewhere can be read and answered only by accounts connected with Facebook.',
      fr: 'Les mentions ailleurs ne peuvent être lues et recevoir une réponse que si le compte est connecté avec Facebook.',
    },
    {
      en: 'What was sent in private can be neither edited nor unsent.',
      fr: 'Ce qui a été envoyé en privé ne peut être ni modifié ni retiré.',
    },
  ],
};
