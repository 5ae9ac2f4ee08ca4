import type { ReplyRules } from '../../domain/message/reply-rules.js';
import type { Network } from '../kit/network.js';
import { apiBase, oauth, refresh } from './api.js';
import { check } from './check.js';
import { cursorFrom } from './cursor.js';
import { moderate } from './moderate.js';
import { parse } from './parse.js';
import { poll } from './poll.js';
import { send, settle } from './send.js';

const replies: ReplyRules = {
  maxLength: 10_000,
  unit: 'utf16',
  attachments: { max: 0, maxBytes: 0, types: [], withText: true },
  window: null,
};

/** The comments of a channel, and its live chat (developers.google.com/youtube/v3). */
export const youtube: Network = {
  id: 'youtube',
  name: 'YouTube',
  family: 'youtube',
  apiBase,
  pollSeconds: 60,
  capabilities: {
    receives: ['comment', 'edit', 'delete', 'echo'],
    transports: ['poll'],
    replies: { public: replies },
    moderation: ['hide', 'unhide', 'delete', 'edit-own'],
    idempotency: 'read-back',
    identityScope: 'network',
    cannot: [
      {
        en: 'There are no private messages on YouTube: ask the person for another way to reach them.',
        fr: 'Il n’y a pas de messages privés sur YouTube : demandez à la personne un autre moyen de la joindre.',
      },
      {
        en: 'Nothing is told of new comments: Relais asks, as often as the units of the Google project allow. Each reply costs 50 of the 10,000 units of a day.',
        fr: 'YouTube ne signale pas les nouveaux commentaires : Relais les demande, aussi souvent que les unités du projet Google le permettent. Chaque réponse coûte 50 des 10 000 unités d’un jour.',
      },
      {
        en: 'Edits and deletions are found within the first week only.',
        fr: 'Les modifications et suppressions ne sont repérées que pendant la première semaine.',
      },
      {
        en: 'In a live chat a message has at most 200 characters, and nothing can be answered once it has ended.',
        fr: 'Dans un chat en direct, un message compte au plus 200 caractères, et plus rien ne peut être répondu après la fin.',
      },
      {
        en: 'Spam filters may hold a reply back without saying so.',
        fr: 'Les filtres antispam peuvent retenir une réponse sans le signaler.',
      },
    ],
  },
  appFields: [
    {
      name: 'clientId',
      label: { en: 'Client ID', fr: 'ID client' },
      kind: 'text',
      required: true,
      help: {
        en: 'Google Cloud console, APIs and services, Credentials, OAuth client of the type “Web application”.',
        fr: 'Console Google Cloud, API et services, Identifiants, client OAuth de type « Application Web ».',
      },
    },
    {
      name: 'clientSecret',
      label: { en: 'Client secret', fr: 'Code secret du client' },
      kind: 'secret',
      required: true,
    },
    {
      name: 'dailyUnits',
      label: { en: 'Units per day', fr: 'Unités par jour' },
      kind: 'text',
      required: false,
      initial: '10000',
      help: {
        en: 'The daily quota of the Google project. Polls use 60 % of it at most; the rest is for replies.',
        fr: 'Le quota quotidien du projet Google. La lecture en consomme 60 % au plus ; le reste sert aux réponses.',
      },
    },
  ],
  accountFields: [
    {
      name: 'accessToken',
      label: { en: 'Access token', fr: 'Jeton d’accès' },
      kind: 'secret',
      required: false,
      help: {
        en: 'Not needed when you connect with the button.',
        fr: 'Inutile si vous connectez la chaîne avec le bouton.',
      },
    },
    {
      name: 'refreshToken',
      label: { en: 'Refresh token', fr: 'Jeton d’actualisation' },
      kind: 'secret',
      required: false,
      help: {
        en: 'Not needed when you connect with the button.',
        fr: 'Inutile si vous connectez la chaîne avec le bouton.',
      },
    },
    {
      name: 'liveChat',
      label: { en: 'Live chat', fr: 'Chat en direct' },
      kind: 'text',
      required: false,
      initial: 'off',
      choices: [
        { value: 'off', label: { en: 'Leave it alone', fr: 'Ne pas lire' } },
        { value: 'on', label: { en: 'Make tickets of it', fr: 'En faire des tickets' } },
      ],
      help: {
        en: 'Each look at a live chat costs 5 units: a day’s quota lasts for about seven hours.',
        fr: 'Chaque lecture d’un chat en direct coûte 5 unités : le quota d’un jour suffit pour environ sept heures.',
      },
    },
  ],
  parse,
  check,
  oauth,
  refresh,
  send,
  settle,
  moderate,
  poll,
  pollFrom: cursorFrom,
};
