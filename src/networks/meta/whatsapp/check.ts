import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess, AccountCheck, MissingRight } from '../../kit/account.js';
import { setting, type Words } from '../../kit/form.js';
import { given } from '../../kit/given.js';
import { fields, id, list, text } from '../../kit/read.js';
import { pathOf } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { readToken } from '../graph/token.js';
import { ask } from './call.js';

const phoneFields = 'id,verified_name,display_phone_number,quality_rating,status,throughput';
const anyone = {
  types: ['SYSTEM_USER', 'USER', 'PAGE'],
  code: 'token-kind',
  otherwise: 'the token is of another kind',
};

const repair: Words = {
  en: 'Make the system user’s token again with this permission, and give that user the WhatsApp account.',
  fr: 'Recréez le jeton de l’utilisateur système avec cette autorisation et attribuez-lui le compte WhatsApp.',
};

const rights: readonly MissingRight[] = [
  {
    name: 'whatsapp_business_messaging',
    effect: { en: 'Nothing can be sent.', fr: 'Rien ne peut être envoyé.' },
    repair,
  },
  {
    name: 'whatsapp_business_management',
    effect: {
      en: 'The account cannot be subscribed to, and its templates cannot be read.',
      fr: 'Le compte ne peut pas être suivi et ses modèles ne peuvent pas être lus.',
    },
    repair,
  },
];

/** Throws `SendFailure` for a token that is dead, or a number that is not of the business account. */
export async function check(account: AccountAccess, http: Http): Promise<AccountCheck> {
  const token = await readToken(account, http, anyone);
  const phoneId = setting(account.settings, 'phoneNumberId').trim();
  const phone = await ask(account, http, { method: 'GET', path: pathOf(phoneId), query: { fields: phoneFields } });
  const externalId = id(phone['id']);
  if (externalId === undefined) throw refusal('no-account', 'the server answered without a number');
  await mustBelong(externalId, account, http);
  const number = text(phone['display_phone_number']);
  return {
    externalId,
    name: text(phone['verified_name']) ?? number ?? externalId,
    ...given('handle', number),
    granted: token.scopes ?? [],
    missing: rights.filter(({ name }) => token.scopes?.includes(name) === false),
    expiresAt: token.expiresAt,
    limits: {},
  };
}

/** A number of another account would send, and receive nothing. */
async function mustBelong(phoneId: string, account: AccountAccess, http: Http): Promise<void> {
  const path = pathOf(setting(account.settings, 'businessAccountId').trim(), 'phone_numbers');
  const answer = await ask(account, http, { method: 'GET', path, query: { fields: 'id', limit: '100' } });
  const numbers = list(answer['data']).flatMap((one) => id(fields(one)['id']) ?? []);
  if (numbers.length > 0 && !numbers.includes(phoneId)) {
    throw refusal(
      'other-account',
      'the number belongs to another WhatsApp Business account than the one that was given',
    );
  }
}
