import type { Network } from '../../kit/network.js';
import { graphBase } from '../graph/call.js';
import { checkPage } from '../graph/check.js';
import { accessToken, appFields } from '../graph/form.js';
import { handshake, isAuthentic } from '../graph/signature.js';
import { feedFields, subscribe, unsubscribe } from '../graph/subscription.js';
import { parse } from '../parse.js';
import { moderate } from './moderate.js';
import { poll, pollFrom } from './poll.js';
import { needs } from './rights.js';
import { maxFileBytes, maxText, send } from './send.js';
import { settle } from './settle.js';

/** A Page: comments, visitors' posts, mentions and reviews (developers.facebook.com/docs/graph-api). */
export const facebook: Network = {
  id: 'facebook',
  name: 'Facebook',
  family: 'meta',
  apiBase: graphBase,
  pollSeconds: 300,
  capabilities: {
    receives: ['comment', 'visitor-post', 'mention', 'review', 'reaction', 'edit', 'delete', 'echo'],
    transports: ['webhook', 'poll'],
    replies: {
      public: {
        maxLength: maxText,
        unit: 'utf16',
        attachments: { max: 1, maxBytes: maxFileBytes, types: ['image'], withText: true },
        window: null,
      },
    },
    publicToPrivate: { via: 'messenger', oncePerMessage: true, days: 7 },
    moderation: ['hide', 'unhide', 'delete', 'like', 'unlike', 'edit-own'],
    idempotency: 'read-back',
    identityScope: 'account',
    cannot: [
      {
        en: 'A comment can be answered in private once, within seven days; the exchange goes on when the person answers.',
        fr: 'On ne peut répondre en privé à un commentaire qu’une fois, dans les sept jours ; l’échange continue quand la personne répond.',
      },
      {
        en: 'Private answers need the Page to be connected as a Messenger account as well.',
        fr: 'Les réponses en privé demandent que la Page soit aussi connectée comme compte Messenger.',
      },
      {
        en: 'Who mentioned the Page elsewhere, and in which words, is often not told.',
        fr: 'Souvent, Facebook ne dit ni qui a mentionné la Page ailleurs, ni en quels termes.',
      },
      {
        en: 'Stickers and GIFs in comments come with the poll, minutes later.',
        fr: 'Les stickers et GIF des commentaires arrivent par interrogation, quelques minutes plus tard.',
      },
      {
        en: 'Whether a comment was read is never known.',
        fr: 'On ne sait jamais si un commentaire a été lu.',
      },
    ],
  },
  appFields,
  accountFields: [accessToken],
  isAuthentic,
  handshake,
  parse,
  check: (account, http) => checkPage(account, http, needs),
  subscribe: (account, hookUrl, http) => subscribe(feedFields, account, { hookUrl, http }),
  unsubscribe: (account, http) => unsubscribe(feedFields, account, http),
  send,
  settle,
  moderate,
  poll,
  pollFrom,
};
