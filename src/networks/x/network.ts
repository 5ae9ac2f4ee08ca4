import type { Network } from '../kit/network.js';
import { check } from './check.js';
import { appFields, accountFields } from './form.js';
import { file } from './media.js';
import { moderate } from './moderate.js';
import { oauth, refresh } from './oauth.js';
import { parse } from './parse.js';
import { poll, pollFrom } from './poll.js';
import { profile } from './profile.js';
import { send } from './send.js';
import { settle } from './settle.js';
import { handshake, isAuthentic } from './signature.js';
import { subscribe, unsubscribe } from './subscribe.js';

/** X, through version 2 of its API (docs.x.com). */
export const x: Network = {
  id: 'x',
  name: 'X',
  family: 'x',
  apiBase: 'https://api.x.com',
  pollSeconds: 60,
  capabilities: {
    receives: ['comment', 'mention', 'quote', 'direct', 'reaction', 'edit', 'delete', 'receipt', 'echo'],
    transports: ['webhook', 'poll'],
    replies: {
      public: {
        maxLength: 280,
        unit: 'x',
        attachments: { max: 4, maxBytes: 5 * 1024 * 1024, types: ['image', 'gif', 'video'], withText: true },
        window: null,
      },
      private: {
        maxLength: 10_000,
        unit: 'code-point',
        attachments: { max: 1, maxBytes: 5 * 1024 * 1024, types: ['image', 'gif', 'video'], withText: true },
        window: null,
      },
    },
    publicToPrivate: { via: 'x', oncePerMessage: false, days: null },
    moderation: ['hide', 'unhide', 'delete-own'],
    idempotency: 'read-back',
    identityScope: 'network',
    cannot: [
      {
        en: 'Unless your contract with X is an Enterprise one, a reply is accepted only when the person named or quoted your account; otherwise answer in private or in X itself.',
        fr: 'Sauf contrat Enterprise avec X, une réponse n’est acceptée que si la personne a mentionné ou cité votre compte ; sinon répondez en privé ou dans X.',
      },
      {
        en: 'Everything is paid for: each post read about $0.005, each reply $0.01, and $0.20 with a link in it. Relais says when half of the monthly amount is used.',
        fr: 'Tout est payant : environ 0,005 $ par post lu, 0,01 $ par réponse, et 0,20 $ si elle contient un lien. Relais signale quand la moitié du volume mensuel est consommée.',
      },
      {
        en: 'Encrypted messages cannot be read: Relais shows that there is one, and it has to be opened in X.',
        fr: 'Les messages chiffrés ne peuvent pas être lus : Relais en signale l’arrivée, et il faut les ouvrir dans X.',
      },
      {
        en: 'X does not tell when customers delete a post; likes and quote posts by Relais are not open to most contracts.',
        fr: 'X ne signale pas quand un client supprime un post ; la plupart des contrats n’ouvrent ni les j’aime ni les citations depuis Relais.',
      },
      {
        en: 'Posts of protected accounts never arrive, and people may refuse private messages of strangers.',
        fr: 'Les posts des comptes protégés n’arrivent jamais, et chacun peut refuser les messages privés d’inconnus.',
      },
    ],
  },
  appFields,
  accountFields,
  isAuthentic,
  handshake,
  parse,
  check,
  subscribe,
  unsubscribe,
  oauth,
  refresh,
  send,
  settle,
  moderate,
  poll,
  pollFrom,
  profile,
  file,
};
