import type { ReplyRules } from '../../domain/message/reply-rules.js';
import type { Network } from '../kit/network.js';
import { check } from './check.js';
import { moderate } from './moderate.js';
import { parse } from './parse.js';
import { poll, pollFrom } from './poll.js';
import { profile } from './profile.js';
import { send } from './send.js';
import { settle } from './settle.js';
import { accepted, handshake, isAuthentic } from './signature.js';
import { stream } from './stream.js';

const replies: ReplyRules = {
  maxLength: 2000,
  unit: 'utf16',
  attachments: {
    max: 10,
    maxBytes: 10 * 1024 * 1024,
    types: ['image', 'video', 'gif', 'audio', 'voice', 'file'],
    withText: true,
  },
  window: null,
};

/** A bot in Discord servers and private messages (docs.discord.com/developers). */
export const discord: Network = {
  id: 'discord',
  name: 'Discord',
  family: 'discord',
  apiBase: 'https://discord.com/api/v10',
  pollSeconds: 300,
  capabilities: {
    receives: ['comment', 'mention', 'direct', 'reaction', 'edit', 'delete', 'echo'],
    transports: ['stream', 'poll', 'webhook'],
    replies: { public: replies, private: replies },
    publicToPrivate: { via: 'discord', oncePerMessage: false, days: null },
    moderation: ['delete', 'like', 'unlike', 'edit-own'],
    idempotency: 'native-key',
    identityScope: 'network',
    cannot: [
      {
        en: 'A bot can write privately only to people of a server that it is in, and only if they allow it.',
        fr: 'Un bot ne peut écrire en privé qu’aux membres d’un serveur où il se trouve, et seulement s’ils l’autorisent.',
      },
      {
        en: 'Messages can be deleted but not hidden, and in private only our own.',
        fr: 'Les messages peuvent être supprimés mais pas masqués, et en privé seulement les nôtres.',
      },
      {
        en: 'Private messages, deletions and reactions of a time when Relais was not connected for longer than Discord remembers are lost.',
        fr: 'Les messages privés, suppressions et réactions d’une coupure plus longue que la mémoire de Discord sont perdus.',
      },
      { en: 'Whether a message was read is never known.', fr: 'On ne sait jamais si un message a été lu.' },
    ],
  },
  appFields: [
    {
      name: 'publicKey',
      label: { en: 'Public key', fr: 'Clé publique' },
      kind: 'text',
      required: false,
      help: {
        en: 'Only when Discord is to call Relais for commands and buttons: in the Developer Portal, General Information.',
        fr: 'Seulement si Discord doit appeler Relais pour les commandes et les boutons : Developer Portal, General Information.',
      },
    },
  ],
  accountFields: [
    {
      name: 'botToken',
      label: { en: 'Bot token', fr: 'Jeton du bot' },
      kind: 'secret',
      required: true,
      help: {
        en: 'In the Developer Portal, under Bot, “Reset Token”. Switch on “Message Content Intent” on the same page.',
        fr: 'Dans le Developer Portal, sous Bot, « Reset Token ». Activez « Message Content Intent » sur la même page.',
      },
    },
    {
      name: 'channels',
      label: { en: 'Only these channels', fr: 'Seulement ces salons' },
      kind: 'text',
      required: false,
      help: {
        en: 'Their ids, separated by commas. Left empty, everything in the channels that the bot can see arrives. Private messages always do.',
        fr: 'Leurs identifiants, séparés par des virgules. Sans rien, tout ce que le bot voit dans les salons arrive. Les messages privés arrivent toujours.',
      },
    },
  ],
  isAuthentic,
  handshake,
  accepted,
  parse,
  check,
  send,
  settle,
  moderate,
  poll,
  pollFrom,
  stream,
  profile,
};
