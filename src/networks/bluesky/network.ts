import type { ReplyRules } from '../../domain/message/reply-rules.js';
import type { Network } from '../kit/network.js';
import { check } from './check.js';
import { cursorFrom } from './cursor.js';
import { file } from './media.js';
import { moderate } from './moderate.js';
import { parse } from './parse.js';
import { poll } from './poll.js';
import { profile } from './profile.js';
import { send } from './send.js';
import { refresh } from './session.js';
import { settle } from './settle.js';
import { stream } from './stream.js';

const publicRules: ReplyRules = {
  maxLength: 300,
  unit: 'bluesky',
  // The lexicon of August 2026 allows twice as much; servers that are older do not.
  attachments: { max: 4, maxBytes: 1_000_000, types: ['image', 'gif'], withText: true },
  window: null,
};

const privateRules: ReplyRules = {
  maxLength: 1000,
  unit: 'bluesky',
  attachments: { max: 0, maxBytes: 0, types: [], withText: true },
  window: null,
};

/** Bluesky, and every server that speaks the AT Protocol (atproto.com, docs.bsky.app). */
export const bluesky: Network = {
  id: 'bluesky',
  name: 'Bluesky',
  family: 'bluesky',
  apiBase: 'https://bsky.social',
  pollSeconds: 15,
  capabilities: {
    receives: ['comment', 'mention', 'quote', 'direct', 'reaction', 'delete', 'echo'],
    transports: ['poll', 'stream'],
    replies: { public: publicRules, private: privateRules },
    publicToPrivate: { via: 'bluesky', oncePerMessage: false, days: null },
    moderation: ['hide', 'unhide', 'delete-own', 'like', 'unlike'],
    idempotency: 'read-back',
    identityScope: 'network',
    cannot: [
      {
        en: 'What was published cannot be edited, and what others wrote cannot be deleted; replies under your own posts can be hidden.',
        fr: 'Ce qui est publié ne peut pas être modifié, et ce que d’autres ont écrit ne peut pas être supprimé ; les réponses sous vos posts peuvent être masquées.',
      },
      {
        en: 'Direct messages carry no files, and each person decides who may write to them: often only people whom they follow.',
        fr: 'Les messages privés ne portent pas de fichiers, et chacun décide qui peut lui écrire : souvent seulement les personnes qu’il suit.',
      },
      {
        en: 'A reply to somebody who has blocked you, or who limits replies, may be published and never be shown; Bluesky does not say so.',
        fr: 'Une réponse à une personne qui vous a bloqué, ou qui limite les réponses, peut être publiée sans jamais s’afficher ; Bluesky ne le dit pas.',
      },
      { en: 'Whether a message was read is never known.', fr: 'On ne sait jamais si un message a été lu.' },
    ],
  },
  appFields: [],
  accountFields: [
    {
      name: 'identifier',
      label: { en: 'Handle or e-mail', fr: 'Pseudo ou e-mail' },
      kind: 'text',
      required: true,
      help: { en: 'For example northline.bsky.social.', fr: 'Par exemple northline.bsky.social.' },
    },
    {
      name: 'appPassword',
      label: { en: 'App password', fr: 'Mot de passe d’application' },
      kind: 'secret',
      required: true,
      help: {
        en: 'In Bluesky, Settings, Privacy and security, App passwords; tick “Allow access to your direct messages”. Never the password of the account itself.',
        fr: 'Dans Bluesky : Paramètres, Confidentialité et sécurité, Mots de passe d’application ; cochez l’accès aux messages privés. Jamais le mot de passe du compte.',
      },
    },
    {
      name: 'server',
      label: { en: 'Server', fr: 'Serveur' },
      kind: 'url',
      required: false,
      initial: 'https://bsky.social',
      help: {
        en: 'Only for an account that is not hosted by Bluesky itself.',
        fr: 'Seulement pour un compte qui n’est pas hébergé par Bluesky.',
      },
    },
    {
      name: 'jetstream',
      label: { en: 'Jetstream server', fr: 'Serveur Jetstream' },
      kind: 'url',
      required: false,
      initial: 'https://jetstream2.us-east.bsky.network',
      help: {
        en: 'Tells of deletions within seconds; without it they are found within minutes.',
        fr: 'Signale les suppressions en quelques secondes ; sans lui elles sont trouvées en quelques minutes.',
      },
    },
  ],
  parse,
  check,
  refresh,
  send,
  settle,
  moderate,
  poll,
  pollFrom: cursorFrom,
  stream,
  profile,
  file,
};
