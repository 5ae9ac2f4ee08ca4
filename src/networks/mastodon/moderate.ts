import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import type { ModerationAct } from '../kit/capabilities.js';
import { SendFailure } from '../kit/failure.js';
import type { Moderation } from '../kit/network.js';
import { fields, id, list, text, type Fields } from '../kit/read.js';
import { ask, call, harmless, read, succeeded } from './call.js';
import { compose } from './compose.js';

type Doer = (act: Moderation, account: AccountAccess, http: Http) => Promise<void>;

const doers: Readonly<Partial<Record<ModerationAct, Doer>>> = {
  delete: remove,
  like: (act, account, http) => favourite('favourite', act, { account, http }),
  unlike: (act, account, http) => favourite('unfavourite', act, { account, http }),
  'edit-own': edit,
};

/** Only what is ours can be deleted or edited; others' replies cannot even be hidden on this network. */
export async function moderate(act: Moderation, account: AccountAccess, http: Http): Promise<void> {
  const doer = doers[act.act];
  if (doer === undefined) {
    const detail = `this network cannot ${act.act}`;
    throw new SendFailure({ kind: 'rejected', code: 'not-possible', detail });
  }
  await doer(act, account, http);
}

/** Gone already is as good. */
async function remove(act: Moderation, account: AccountAccess, http: Http): Promise<void> {
  const path = pathOf(act.messageId);
  const answer = await harmless(call(account, http, { method: 'DELETE', path }));
  if (answer.status !== 404 && answer.status !== 410) succeeded(answer);
}

async function favourite(
  verb: 'favourite' | 'unfavourite',
  act: Moderation,
  { account, http }: { readonly account: AccountAccess; readonly http: Http },
): Promise<void> {
  await ask(account, http, {
    method: 'POST',
    path: `${pathOf(act.messageId)}/${verb}`,
  });
}

async function edit(act: Moderation, account: AccountAccess, http: Http): Promise<void> {
  const path = pathOf(act.messageId);
  const status = fields((await read(account, http, path)).json());
  const body = { json: editedStatus(status, act.text ?? '') };
  await ask(account, http, { method: 'PUT', path, body });
}

/** An edit replaces the whole status: what is not sent again (media, warning, the person's name) would be lost. */
function editedStatus(status: Fields, words: string): Readonly<Record<string, unknown>> {
  const isAlone = text(status['visibility']) === 'direct';
  const mention = list(status['mentions']).map(fields)[0];
  const acct = text(mention?.['acct']);
  const media = list(status['media_attachments']).flatMap((one) => id(fields(one)['id']) ?? []);
  return {
    status: acct === undefined ? words : compose(words, { acct, isAlone }),
    spoiler_text: text(status['spoiler_text']) ?? '',
    sensitive: status['sensitive'] === true,
    media_ids: media,
    ...(text(status['language']) === undefined ? {} : { language: status['language'] }),
  };
}

function pathOf(messageId: string): string {
  return `/api/v1/statuses/${encodeURIComponent(messageId)}`;
}
