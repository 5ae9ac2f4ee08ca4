import type { ReplyRules } from '../../domain/message/reply-rules.js';
import type { Network } from '../kit/network.js';
import { isAuthentic } from './authentic.js';
import { check } from './check.js';
import { maxFileBytes, maxFiles, maxText } from './content.js';
import { file } from './file.js';
import { moderate } from './moderate.js';
import { parse } from './parse.js';
import { poll } from './poll.js';
import { send, settle } from './send.js';
import { subscribe, unsubscribe } from './updates.js';

// Lengths in UTF-16 units: how Telegram's own entities count, and never more than what it counts after parsing.
const replies: ReplyRules = {
  maxLength: maxText,
  unit: 'utf16',
  attachments: {
    max: maxFiles,
    maxBytes: maxFileBytes,
    types: ['image', 'video', 'gif', 'audio', 'voice', 'file'],
    withText: true,
  },
  window: null,
};

/** A bot: its private chats, groups, channels, and the business accounts it answers for (core.telegram.org/bots/api). */
export const telegram: Network = {
  id: 'telegram',
  name: 'Telegram',
  family: 'telegram',
  apiBase: 'https://api.telegram.org',
  pollSeconds: 10,
  capabilities: {
    receives: ['comment', 'mention', 'direct', 'reaction', 'edit', 'delete', 'echo'],
    transports: ['webhook', 'poll'],
    replies: { public: replies, private: replies },
    moderation: ['delete', 'like', 'unlike', 'edit-own'],
    idempotency: 'none',
    identityScope: 'network',
    cannot: [
      {
        en: 'A bot cannot write first: a person must have started it. Answer in public with the address of the bot.',
        fr: 'Un bot ne peut pas écrire le premier : la personne doit l’avoir démarré. Répondez en public avec l’adresse du bot.',
      },
      {
        en: 'Deletions are told only for business accounts, and comments can be deleted but not hidden.',
        fr: 'Les suppressions ne sont signalées que pour les comptes professionnels, et les commentaires peuvent être supprimés mais pas masqués.',
      },
      {
        en: 'The past cannot be read: messages that Telegram could not deliver for 24 hours are lost.',
        fr: 'Le passé ne peut pas être lu : les messages que Telegram n’a pas pu remettre pendant 24 heures sont perdus.',
      },
      {
        en: 'For business accounts, only chats with a message of the customer in the last 24 hours can be answered.',
        fr: 'Pour les comptes professionnels, seules les conversations où le client a écrit dans les dernières 24 heures peuvent recevoir une réponse.',
      },
      {
        en: 'Under an attachment, the text has at most 1,024 characters. Files above 20 MB cannot be fetched.',
        fr: 'Avec une pièce jointe, le texte est limité à 1 024 caractères. Les fichiers de plus de 20 Mo ne peuvent pas être récupérés.',
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
      name: 'botToken',
      label: { en: 'Bot token', fr: 'Jeton du bot' },
      kind: 'secret',
      required: true,
      help: {
        en: 'From @BotFather in Telegram: /newbot for a new bot, /token for one you have.',
        fr: 'Auprès de @BotFather dans Telegram : /newbot pour un nouveau bot, /token pour un bot existant.',
      },
    },
    {
      name: 'receive',
      label: { en: 'How messages arrive', fr: 'Arrivée des messages' },
      kind: 'text',
      required: false,
      initial: 'poll',
      choices: [
        { value: 'poll', label: { en: 'Relais asks Telegram (poll)', fr: 'Relais interroge Telegram (poll)' } },
        { value: 'webhook', label: { en: 'Telegram calls Relais (webhook)', fr: 'Telegram appelle Relais (webhook)' } },
      ],
      help: {
        en: 'poll works everywhere. webhook is faster, and needs a public HTTPS address for Relais.',
        fr: 'poll fonctionne partout. webhook est plus rapide, et exige une adresse HTTPS publique pour Relais.',
      },
    },
  ],
  isAuthentic,
  parse,
  check,
  subscribe,
  unsubscribe,
  send,
  settle,
  moderate,
  poll,
  file,
};
