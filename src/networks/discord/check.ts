import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, AccountCheck, MissingRight } from '../kit/account.js';
import { refusal, tolerated } from '../kit/calling.js';
import { present } from '../kit/present.js';
import { fields, list, number, record } from '../kit/read.js';
import { read } from './call.js';
import { personOf } from './parse-content.js';

/** Flags of an application: the intent is granted, wholly or for a bot in few servers. */
const messageContent = (1 << 18) | (1 << 19);

const noContent: MissingRight = {
  name: 'Message Content Intent',
  effect: {
    en: 'Discord does not let the bot connect: only what the poll finds in servers arrives, without its words.',
    fr: 'Discord refuse la connexion du bot : seul ce que l’interrogation trouve dans les serveurs arrive, sans le texte.',
  },
  repair: {
    en: 'In the Discord Developer Portal, choose the application, then Bot, and switch on “Message Content Intent”.',
    fr: 'Dans le Discord Developer Portal, choisissez l’application, puis Bot, et activez « Message Content Intent ».',
  },
};

const nowhere: MissingRight = {
  name: 'bot',
  effect: {
    en: 'The bot is in no server: nobody can write to it.',
    fr: 'Le bot n’est dans aucun serveur : personne ne peut lui écrire.',
  },
  repair: {
    en: 'Invite it with the scopes bot and applications.commands, and the rights to see channels, read their history, send messages, attach files and add reactions.',
    fr: 'Invitez-le avec les droits bot et applications.commands, et les permissions de voir les salons, lire leur historique, envoyer des messages, joindre des fichiers et ajouter des réactions.',
  },
};

export async function check(account: AccountAccess, http: Http): Promise<AccountCheck> {
  const us = personOf(await read(account, http, '/users/@me'));
  if (us === undefined) throw refusal('no-account', 'the server answered without a bot: is it Discord?');
  const app = record(await tolerated(read(account, http, '/applications/@me'), null));
  const guilds = list(await read(account, http, '/users/@me/guilds'));
  const hasContent = app === undefined || ((number(fields(app)['flags']) ?? 0) & messageContent) !== 0;
  return {
    externalId: us.id,
    name: us.name,
    ...present({ handle: us.handle, avatarUrl: us.avatarUrl }),
    granted: hasContent ? [noContent.name] : [],
    missing: [...(hasContent ? [] : [noContent]), ...(guilds.length === 0 ? [nowhere] : [])],
    // A token lives until it is made anew.
    expiresAt: null,
    limits: {},
  };
}
