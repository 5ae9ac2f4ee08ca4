import type { ReplyRules } from '../../domain/message/reply-rules.js';
import type { Network } from '../kit/network.js';
import { check } from './check.js';
import { pollFrom } from './cursor.js';
import { file } from './file.js';
import { accountFields, appFields } from './form.js';
import { moderate } from './moderate.js';
import { oauth, refresh } from './oauth.js';
import { parse } from './parse.js';
import { poll } from './poll.js';
import { send } from './send.js';
import { settle } from './settle.js';

const replies: ReplyRules = {
  maxLength: 10_000,
  unit: 'utf16',
  attachments: { max: 0, maxBytes: 0, types: [], withText: false },
  window: null,
};

/** Viva Engage, once Yammer: the company's own network, where experts are found and asked. */
export const vivaEngage: Network = {
  id: 'viva-engage',
  name: 'Viva Engage',
  family: 'viva-engage',
  apiBase: 'https://www.yammer.com',
  // At most once a minute, by Microsoft's rules.
  pollSeconds: 60,
  capabilities: {
    receives: ['comment', 'mention', 'direct', 'visitor-post', 'echo'],
    transports: ['poll'],
    replies: { public: replies, private: replies },
    moderation: ['delete-own', 'like', 'unlike'],
    idempotency: 'read-back',
    identityScope: 'network',
    cannot: [
      {
        en: 'It is read once a minute at most, on behalf of a person: Microsoft offers neither webhooks nor access for apps alone.',
        fr: 'La lecture se fait au plus une fois par minute, au nom d’une personne : Microsoft n’offre ni webhooks ni accès pour les seules apps.',
      },
      {
        en: 'Edits and deletions are not told.',
        fr: 'Les modifications et les suppressions ne sont pas signalées.',
      },
      {
        en: 'Nothing can be hidden. Files cannot be sent from here.',
        fr: 'Rien ne peut être masqué. Les fichiers ne peuvent pas être envoyés d’ici.',
      },
    ],
  },
  appFields,
  accountFields,
  parse,
  check,
  oauth,
  refresh,
  send,
  settle,
  moderate,
  poll,
  pollFrom,
  file,
};
