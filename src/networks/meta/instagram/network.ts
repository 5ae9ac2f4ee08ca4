import type { Network } from '../../kit/network.js';
import { parse } from '../parse.js';
import { check } from './check.js';
import { capabilities } from './capabilities.js';
import { accountFields, appFields } from './form.js';
import { instagramBase } from './login.js';
import { moderate } from './moderate.js';
import { tokens } from './oauth.js';
import { poll, pollFrom } from './poll.js';
import { profile } from './profile.js';
import { read } from './read.js';
import { send } from './send.js';
import { settle } from './settle.js';
import { proof } from './signature.js';
import { subscribe, unsubscribe } from './subscription.js';

/** A professional account: comments, mentions, and private messages with what answers stories (developers.facebook.com/docs/instagram-platform). */
export const instagram: Network = {
  id: 'instagram',
  name: 'Instagram',
  family: 'meta',
  apiBase: instagramBase,
  pollSeconds: 300,
  capabilities,
  appFields,
  accountFields,
  ...proof,
  ...tokens,
  parse: (body, account) => parse(body, account, 'instagram'),
  check,
  subscribe,
  unsubscribe,
  send,
  settle,
  moderate,
  poll,
  pollFrom,
  profile,
  read,
};
