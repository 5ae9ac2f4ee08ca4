import type { AccountAccess, AccountLimits } from '../../kit/account.js';
import type { Field } from '../../kit/form.js';
import type { Network } from '../../kit/network.js';
import { graphBase } from '../graph/call.js';
import { checkPage } from '../graph/check.js';
import { accessToken, appFields } from '../graph/form.js';
import { handshake, isAuthentic } from '../graph/signature.js';
import { messagingFields, subscribe, unsubscribe } from '../graph/subscription.js';
import { parse } from '../parse.js';
import { maxFileBytes, maxText } from './content.js';
import { poll, pollFrom } from './poll.js';
import { profile } from './profile.js';
import { needsOf } from './rights.js';
import { send } from './send.js';
import { settle } from './settle.js';

const humanAgent: Field = {
  name: 'humanAgent',
  label: { en: 'Feature “Human Agent”', fr: 'Fonctionnalité « Human Agent »' },
  kind: 'text',
  required: false,
  initial: 'no',
  choices: [
    { value: 'no', label: { en: 'Not approved: 24 hours to answer', fr: 'Non approuvé : 24 heures pour répondre' } },
    { value: 'yes', label: { en: 'Approved: 7 days to answer', fr: 'Approuvé : 7 jours pour répondre' } },
  ],
  help: {
    en: 'Has Meta approved the feature “Human Agent” for your app? It cannot be asked, and without it late answers are refused.',
    fr: 'Meta a-t-il approuvé la fonctionnalité « Human Agent » de votre app ? Relais ne peut pas le vérifier ; sans elle, les réponses tardives sont refusées.',
  },
};

/** Private messages of a Page (developers.facebook.com/docs/messenger-platform). */
export const messenger: Network = {
  id: 'messenger',
  name: 'Messenger',
  family: 'meta',
  apiBase: graphBase,
  pollSeconds: 60,
  capabilities: {
    receives: ['direct', 'reaction', 'edit', 'delete', 'receipt', 'echo'],
    transports: ['webhook', 'poll'],
    replies: {
      private: {
        maxLength: maxText,
        unit: 'utf16',
        attachments: {
          max: 1,
          maxBytes: maxFileBytes,
          types: ['image', 'gif', 'video', 'audio', 'voice', 'file'],
          withText: false,
        },
        window: { hours: 24, humanAgentHours: 7 * 24 },
      },
    },
    moderation: [],
    idempotency: 'read-back',
    identityScope: 'account',
    cannot: [
      {
        en: 'A person must have written within 24 hours, or within 7 days where Meta has approved your app as Human Agent.',
        fr: 'La personne doit avoir écrit dans les 24 heures, ou dans les 7 jours si Meta a approuvé votre app comme Human Agent.',
      },
      {
        en: 'Nobody can be written to first, except in answer to a comment.',
        fr: 'On ne peut écrire à personne en premier, sauf en réponse à un commentaire.',
      },
      {
        en: 'What was sent can be neither edited nor unsent.',
        fr: 'Ce qui a été envoyé ne peut être ni modifié ni retiré.',
      },
      {
        en: 'Messages do not tell who wrote them: Relais asks for the name afterwards, and some people stay nameless.',
        fr: 'Les messages ne disent pas qui les a écrits : Relais demande le nom ensuite, et certaines personnes restent sans nom.',
      },
    ],
  },
  appFields,
  accountFields: [accessToken, humanAgent],
  isAuthentic,
  handshake,
  parse,
  check: (account, http) => checkPage(account, http, needsOf(limitsOf(account))),
  subscribe: (account, hookUrl, http) => subscribe(messagingFields, account, { hookUrl, http }),
  unsubscribe: (account, http) => unsubscribe(messagingFields, account, http),
  send,
  settle,
  poll,
  pollFrom,
  profile,
};

function limitsOf({ settings }: AccountAccess): AccountLimits {
  return settings['humanAgent'] === 'yes' ? { humanAgent: true } : {};
}
