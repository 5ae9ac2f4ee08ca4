import type { AccountAccess } from '../kit/account.js';
import { tolerated } from '../kit/calling.js';
import { fields, id, list, number, type Fields } from '../kit/read.js';
import type { Http } from '../../platform/http/http.js';
import { read } from './call.js';

export interface Channel {
  readonly id: string;
  readonly guild: string;
  readonly type: number;
  readonly lastMessage: string | undefined;
}

/** Where people write: text, announcements, voice with its text, threads. */
const written = [0, 2, 5, 10, 11, 12, 13];

/** Private messages always; of a server all channels that the bot can see, or those that were named. */
export function isWatched(message: Fields, account: AccountAccess): boolean {
  if (id(message['guild_id']) === undefined) return true;
  const only = namedChannels(account);
  return only.length === 0 || only.includes(id(message['channel_id']) ?? '');
}

function namedChannels(account: AccountAccess): string[] {
  return (account.settings['channels'] ?? '').match(/\d+/gu) ?? [];
}

/** The channels and open threads of all servers, each with the id of its last message. */
export async function channelsOf(account: AccountAccess, http: Http): Promise<Channel[]> {
  const guilds = list(await read(account, http, '/users/@me/guilds')).flatMap((guild) => id(fields(guild)['id']) ?? []);
  const found: Channel[] = [];
  for (const guild of guilds) {
    const channels = list(await tolerated(read(account, http, `/guilds/${guild}/channels`), []));
    const open = fields(await tolerated(read(account, http, `/guilds/${guild}/threads/active`), {}));
    found.push(...[...channels, ...list(open['threads'])].flatMap((one) => channelOf(fields(one), guild)));
  }
  const only = namedChannels(account);
  return found.filter((channel) => only.length === 0 || only.includes(channel.id));
}

function channelOf(channel: Fields, guild: string): Channel[] {
  const channelId = id(channel['id']);
  const type = number(channel['type']) ?? 0;
  if (channelId === undefined || !written.includes(type)) return [];
  return [{ id: channelId, guild, type, lastMessage: id(channel['last_message_id']) }];
}
