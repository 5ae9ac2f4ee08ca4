import type { Network } from '../../kit/network.js';
import { graphBase } from '../graph/call.js';
import { appFields } from '../graph/form.js';
import { handshake, isAuthentic } from '../graph/signature.js';
import { parse } from '../parse.js';
import { check } from './check.js';
import { maxFileBytes } from './content.js';
import { file } from './file.js';
import { accountFields } from './form.js';
import { maxText, send } from './send.js';
import { subscribe } from './subscription.js';
import { templates } from './templates.js';

/** A number of the WhatsApp Business Platform (developers.facebook.com/docs/whatsapp/cloud-api). */
export const whatsapp: Network = {
  id: 'whatsapp',
  name: 'WhatsApp',
  family: 'meta',
  apiBase: graphBase,
  capabilities: {
    receives: ['direct', 'reaction', 'edit', 'delete', 'receipt', 'echo'],
    transports: ['webhook'],
    replies: {
      private: {
        maxLength: maxText,
        unit: 'utf16',
        attachments: {
          max: 1,
          maxBytes: maxFileBytes,
          types: ['image', 'gif', 'video', 'audio', 'voice', 'file'],
          withText: true,
        },
        window: { hours: 24 },
      },
    },
    moderation: [],
    idempotency: 'callback',
    identityScope: 'account',
    cannot: [
      {
        en: 'A day after the person last wrote, only a template that Meta has approved can be sent.',
        fr: 'Un jour après le dernier message de la personne, seul un modèle approuvé par Meta peut être envoyé.',
      },
      {
        en: 'What arrives while Relais is away for more than a week is lost: WhatsApp has no past to read.',
        fr: 'Ce qui arrive quand Relais est absent plus d’une semaine est perdu : WhatsApp n’a pas d’historique à relire.',
      },
      {
        en: 'What was sent can be neither edited nor taken back.',
        fr: 'Ce qui a été envoyé ne peut être ni modifié ni retiré.',
      },
      {
        en: 'That a message does not arrive is often told only minutes after it was accepted.',
        fr: 'Qu’un message n’arrive pas n’est souvent signalé que quelques minutes après son acceptation.',
      },
    ],
  },
  appFields,
  accountFields,
  isAuthentic,
  handshake,
  parse: (body, account) => parse(body, account, 'whatsapp_business_account'),
  check,
  subscribe,
  send,
  templates,
  file,
};
