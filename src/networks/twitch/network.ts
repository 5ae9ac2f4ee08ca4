import type { ReplyRules } from '../../domain/message/reply-rules.js';
import type { Network } from '../kit/network.js';
import { check } from './check.js';
import { accountFields, appFields } from './form.js';
import { moderate } from './moderate.js';
import { oauth, refresh } from './oauth.js';
import { parse } from './parse.js';
import { send } from './send.js';
import { handshake, isAuthentic, signedAt } from './signature.js';
import { stream } from './stream.js';
import { subscribe, unsubscribe } from './subscribe.js';

const replies: ReplyRules = {
  maxLength: 500,
  unit: 'code-point',
  attachments: { max: 0, maxBytes: 0, types: [], withText: true },
  window: null,
};

/** The chat of a channel, and whispers (dev.twitch.tv/docs). */
export const twitch: Network = {
  id: 'twitch',
  name: 'Twitch',
  family: 'twitch',
  apiBase: 'https://api.twitch.tv/helix',
  capabilities: {
    receives: ['comment', 'mention', 'direct', 'delete', 'echo'],
    transports: ['stream', 'webhook'],
    replies: { public: replies, private: replies },
    publicToPrivate: { via: 'twitch', oncePerMessage: false, days: null },
    moderation: ['delete'],
    idempotency: 'callback',
    identityScope: 'network',
    cannot: [
      {
        en: 'The past cannot be read: what is said while Relais is not connected is lost.',
        fr: 'Le passé ne peut pas être lu : ce qui est dit pendant que Relais n’est pas connecté est perdu.',
      },
      {
        en: 'Whether a whisper arrived is never known: Twitch drops some in silence. The account needs a verified telephone number, and may write to 40 new people a day.',
        fr: 'On ne sait jamais si un chuchotement est arrivé : Twitch en écarte sans le dire. Le compte doit avoir un téléphone vérifié, et peut écrire à 40 nouvelles personnes par jour.',
      },
      {
        en: 'Nothing carries files, and nothing can be edited; messages can be deleted for six hours.',
        fr: 'Rien ne porte de fichiers et rien ne peut être modifié ; les messages peuvent être supprimés pendant six heures.',
      },
    ],
  },
  appFields,
  accountFields,
  isAuthentic,
  signedAt,
  handshake,
  parse,
  check,
  subscribe,
  unsubscribe,
  oauth,
  refresh,
  send,
  moderate,
  stream,
};
