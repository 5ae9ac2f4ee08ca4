import type { ReplyRules } from '../../domain/message/reply-rules.js';
import type { Network } from '../kit/network.js';
import { check } from './check.js';
import { defaultMaxCharacters, defaultMaxMedia, mentionReserve } from './instance.js';
import { moderate } from './moderate.js';
import { oauth } from './oauth.js';
import { parse } from './parse.js';
import { cursorFrom } from './cursor.js';
import { poll } from './poll.js';
import { send } from './send.js';
import { settle } from './settle.js';
import { stream } from './stream.js';

const replies: ReplyRules = {
  maxLength: defaultMaxCharacters - mentionReserve,
  unit: 'mastodon',
  attachments: {
    max: defaultMaxMedia,
    maxBytes: 16 * 1024 * 1024,
    types: ['image', 'video', 'gif', 'audio'],
    withText: true,
  },
  window: null,
};

/** Mastodon, and every server that speaks its API (docs.joinmastodon.org). */
export const mastodon: Network = {
  id: 'mastodon',
  name: 'Mastodon',
  family: 'mastodon',
  apiBase: 'https://mastodon.social',
  pollSeconds: 20,
  capabilities: {
    receives: ['comment', 'mention', 'direct', 'quote', 'reaction', 'edit', 'delete', 'echo'],
    transports: ['poll', 'stream'],
    replies: { public: replies, private: replies },
    publicToPrivate: { via: 'mastodon', oncePerMessage: false, days: null },
    moderation: ['delete-own', 'like', 'unlike', 'edit-own'],
    idempotency: 'native-key',
    identityScope: 'account',
    cannot: [
      {
        en: 'Replies of other people cannot be hidden or deleted; a person can be blocked or reported in Mastodon.',
        fr: 'Les réponses des autres ne peuvent être ni masquées ni supprimées ; on peut bloquer ou signaler une personne dans Mastodon.',
      },
      {
        en: 'Private messages are posts that only those named can see: they are not encrypted, and the servers’ owners can read them.',
        fr: 'Les messages privés sont des posts visibles des seules personnes nommées : ils ne sont pas chiffrés et les responsables des serveurs peuvent les lire.',
      },
      {
        en: 'A person who filters strangers or has blocked you gets nothing, and Mastodon does not say so.',
        fr: 'Une personne qui filtre les inconnus ou vous a bloqué ne reçoit rien, et Mastodon ne le dit pas.',
      },
      {
        en: 'Whether a message was read is never known.',
        fr: 'On ne sait jamais si un message a été lu.',
      },
    ],
  },
  appFields: [],
  accountFields: [
    {
      name: 'server',
      label: { en: 'Server', fr: 'Serveur' },
      kind: 'url',
      required: true,
      help: {
        en: 'The address of the server that the account is on, for example https://mastodon.social.',
        fr: 'L’adresse du serveur où se trouve le compte, par exemple https://mastodon.social.',
      },
    },
    {
      name: 'accessToken',
      label: { en: 'Access token', fr: 'Jeton d’accès' },
      kind: 'secret',
      required: false,
      help: {
        en: 'Not needed when you connect with the button. Otherwise from Preferences, Development, New application, with the scopes read and write.',
        fr: 'Inutile si vous connectez le compte avec le bouton. Sinon : Préférences, Développement, Nouvelle application, avec les droits read et write.',
      },
    },
  ],
  parse,
  check,
  oauth,
  send,
  settle,
  moderate,
  poll,
  pollFrom: cursorFrom,
  stream,
};
