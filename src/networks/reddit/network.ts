import type { ReplyRules } from '../../domain/message/reply-rules.js';
import type { Network } from '../kit/network.js';
import { isAuthentic, signedAt } from './authentic.js';
import { check } from './check.js';
import { pollFrom } from './cursor.js';
import { accountFields, appFields } from './form.js';
import { moderate } from './moderate.js';
import { oauth, refresh } from './oauth.js';
import { parse } from './parse.js';
import { poll } from './poll.js';
import { send } from './send.js';
import { settle } from './settle.js';

const replies: ReplyRules = {
  maxLength: 10_000,
  unit: 'code-point',
  attachments: { max: 0, maxBytes: 0, types: [], withText: false },
  window: null,
};

/** Reddit: its Data API while there is one, and a hook for an app of the brand's own subreddit. */
export const reddit: Network = {
  id: 'reddit',
  name: 'Reddit',
  family: 'reddit',
  apiBase: 'https://oauth.reddit.com',
  pollSeconds: 60,
  capabilities: {
    receives: ['comment', 'mention', 'direct', 'visitor-post', 'edit', 'delete', 'echo'],
    transports: ['poll', 'webhook'],
    replies: { public: replies, private: replies },
    moderation: ['hide', 'unhide', 'delete-own', 'edit-own'],
    idempotency: 'read-back',
    identityScope: 'network',
    cannot: [
      {
        en: 'Reddit has announced the end of its Data API for March 2027: until then it works for apps that Reddit has approved.',
        fr: 'Reddit a annoncé la fin de son API de données pour mars 2027 : d’ici là elle fonctionne pour les apps que Reddit a approuvées.',
      },
      {
        en: 'Edits and deletions are not told: the comments of the last days are looked at again each minute.',
        fr: 'Modifications et suppressions ne sont pas signalées : les commentaires des derniers jours sont relus chaque minute.',
      },
      { en: 'Reddit’s chat has no API.', fr: 'La messagerie instantanée de Reddit n’a pas d’API.' },
      {
        en: 'Votes of a program are against Reddit’s rules: Relais does not vote.',
        fr: 'Les votes d’un programme sont contraires aux règles de Reddit : Relais ne vote pas.',
      },
    ],
  },
  appFields,
  accountFields,
  isAuthentic,
  signedAt,
  parse,
  check,
  oauth,
  refresh,
  send,
  settle,
  moderate,
  poll,
  pollFrom,
};
