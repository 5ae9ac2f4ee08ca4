import type { Network } from '../../kit/network.js';
import { threadsBase } from './at.js';
import { check } from './check.js';
import { accountFields, appFields } from './form.js';
import { moderate } from './moderate.js';
import { parse } from './parse.js';
import { poll, pollFrom, read } from './poll.js';
import { maxText, send, settle } from './send.js';
import { proof } from './signature.js';
import { tokens } from './token.js';

/** A profile on Threads: replies and mentions (developers.facebook.com/docs/threads). */
export const threads: Network = {
  id: 'threads',
  name: 'Threads',
  family: 'threads',
  apiBase: threadsBase,
  pollSeconds: 300,
  capabilities: {
    receives: ['comment', 'mention', 'delete', 'echo'],
    transports: ['webhook', 'poll'],
    replies: {
      public: {
        maxLength: maxText,
        unit: 'threads',
        attachments: { max: 0, maxBytes: 0, types: [], withText: false },
        window: null,
      },
    },
    moderation: ['hide', 'unhide', 'delete-own'],
    idempotency: 'read-back',
    identityScope: 'account',
    cannot: [
      {
        en: 'Threads has no private messages for programs: nothing can be answered in private.',
        fr: 'Threads n’offre pas de messages privés aux programmes : rien ne peut recevoir de réponse en privé.',
      },
      {
        en: 'People are known by their name of the day only: whoever changes it is somebody else here.',
        fr: 'Les personnes ne sont connues que par leur nom du moment : qui en change devient quelqu’un d’autre ici.',
      },
      {
        en: 'Edits, likes and private profiles are not told; replies can be neither liked nor edited.',
        fr: 'Modifications, mentions J’aime et profils privés ne sont pas signalés ; une réponse ne peut être ni aimée ni modifiée.',
      },
      {
        en: 'Pictures and films cannot be sent: Threads fetches them from a public address, and there is none.',
        fr: 'Images et vidéos ne peuvent pas être envoyées : Threads les lit à une adresse publique, et il n’y en a pas.',
      },
    ],
  },
  appFields,
  accountFields,
  ...proof,
  ...tokens,
  parse,
  check,
  send,
  settle,
  moderate,
  poll,
  pollFrom,
  read,
};
