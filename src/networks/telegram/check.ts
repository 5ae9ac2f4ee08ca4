import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, AccountCheck, MissingRight } from '../kit/account.js';
import { fields, list, number, text, type Fields } from '../kit/read.js';
import { ask } from './call.js';
import { refusal } from './failures.js';
import { personOf } from './parse-person.js';
import { allowedUpdates, receivesByWebhook } from './updates.js';

/** getMe's flags that say what the bot may do. */
const rights = ['can_join_groups', 'can_read_all_group_messages', 'can_connect_to_business'];

const privacyMode: MissingRight = {
  name: 'can_read_all_group_messages',
  effect: {
    en: 'Privacy mode is on: in groups where the bot is no admin, it sees only commands and answers to itself, so comments under channel posts do not arrive. Private messages are not concerned.',
    fr: 'Le mode confidentialité est actif : dans les groupes où le bot n’est pas administrateur, il ne voit que les commandes et les réponses à lui-même, et les commentaires sous les publications du canal n’arrivent pas. Les messages privés ne sont pas concernés.',
  },
  repair: {
    en: 'Make the bot an admin of the group; or in BotFather choose /setprivacy, the bot, Disable, then remove the bot from the group and add it again.',
    fr: 'Nommez le bot administrateur du groupe ; ou, dans BotFather, choisissez /setprivacy, le bot, Disable, puis retirez le bot du groupe et ajoutez-le à nouveau.',
  },
};

const failingWebhook: MissingRight = {
  name: 'webhook',
  effect: {
    en: 'Telegram cannot reach the webhook: messages are late, and lost after 24 hours.',
    fr: 'Telegram ne parvient pas à appeler le webhook : les messages arrivent en retard, et sont perdus après 24 heures.',
  },
  repair: {
    en: 'Check that Relais is reachable from the internet by HTTPS on port 443, 80, 88 or 8443 with a valid certificate, or let the bot receive by poll.',
    fr: 'Vérifiez que Relais est joignable depuis Internet en HTTPS sur le port 443, 80, 88 ou 8443 avec un certificat valide, ou choisissez la réception par interrogation (poll).',
  },
};

const foreignWebhook: MissingRight = {
  name: 'allowed_updates',
  effect: {
    en: 'Somebody changed the webhook of this bot: some kinds of messages or reactions do not arrive.',
    fr: 'Quelqu’un a modifié le webhook de ce bot : certains types de messages ou de réactions n’arrivent pas.',
  },
  repair: {
    en: 'Connect the account again, and do not use the bot’s token in another program.',
    fr: 'Connectez à nouveau le compte et n’utilisez pas le jeton du bot dans un autre programme.',
  },
};

export async function check(account: AccountAccess, http: Http): Promise<AccountCheck> {
  const me = fields(await ask(account, http, { method: 'getMe' }));
  const bot = personOf(me);
  if (bot === undefined) throw refusal('no-account', 'the server answered without a bot: is it a Bot API server?');
  const webhook = fields(await ask(account, http, { method: 'getWebhookInfo' }));
  return {
    externalId: bot.id,
    name: bot.name,
    ...(bot.handle === undefined ? {} : { handle: bot.handle }),
    ...(bot.profileUrl === undefined ? {} : { profileUrl: bot.profileUrl }),
    granted: rights.filter((right) => me[right] === true),
    missing: [
      ...(me['can_read_all_group_messages'] === true ? [] : [privacyMode]),
      ...(receivesByWebhook(account) ? webhookTroubles(webhook) : []),
    ],
    // A token lives until BotFather revokes it.
    expiresAt: null,
    limits: {},
  };
}

/** Before the webhook is set there is nothing to say of it; the poll notices when it disappears. */
function webhookTroubles(info: Fields): MissingRight[] {
  if (text(info['url']) === undefined) return [];
  const isBehind = text(info['last_error_message']) !== undefined && (number(info['pending_update_count']) ?? 0) > 0;
  const allowed = list(info['allowed_updates']);
  const isWhole = allowedUpdates.every((kind) => allowed.includes(kind));
  return [...(isBehind ? [failingWebhook] : []), ...(isWhole ? [] : [foreignWebhook])];
}
