import express, { type Express, type Request, type Response } from 'express';

import { digText } from '../kit/dig.js';
import { bodyOf, type Station } from '../kit/station.js';
import type { DiscordSimulator } from './simulator.js';

const base = '/api/v10';
const oneMessage = `${base}/channels/:channel/messages/:message`;
const unknownMessage = { message: 'Unknown Message', code: 10_008 };

export function apiRoutes({ app, url }: Station, discord: DiscordSimulator): void {
  app.use(express.json(), express.raw({ type: 'multipart/form-data', limit: '30mb' }));
  app.use(base, (request, response, next) => {
    response.set({ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '4', 'x-ratelimit-reset-after': '1' });
    if (/^DiscordBot /u.test(request.get('user-agent') ?? '')) next();
    else response.status(403).json({ message: 'Unknown client', code: 40_333 });
  });
  app.post(`${base}/interactions/:id/:token/callback`, (request, response) => {
    discord.acknowledged.push(bodyOf(request));
    response.status(204).end();
  });
  app.use(base, (request, response, next) => {
    if (request.get('authorization') === `Bot ${discord.token}`) next();
    else response.status(401).json({ message: '401: Unauthorized', code: 0 });
  });
  readRoutes(app, url, discord);
  writeRoutes(app, discord);
}

function readRoutes(app: Express, url: string, discord: DiscordSimulator): void {
  app.get(`${base}/gateway/bot`, (_request, response) => {
    response.json({ url: url.replace(/^http/u, 'ws'), shards: 1 });
  });
  app.get(`${base}/users/@me`, (_request, response) => {
    response.json(discord.bot);
  });
  app.get(`${base}/applications/@me`, (_request, response) => {
    response.json({ id: discord.bot.id, flags: 1 << 19 });
  });
  app.get(`${base}/users/@me/guilds`, (_request, response) => {
    response.json([{ id: discord.guild, name: 'Northline' }]);
  });
  app.get(`${base}/guilds/:guild/channels`, (_request, response) => {
    const shown = [...discord.channels.values()].filter(({ guild }) => guild !== undefined);
    response.json(shown.map(({ id, last }) => ({ id, type: 0, last_message_id: last })));
  });
  app.get(`${base}/guilds/:guild/threads/active`, (_request, response) => {
    response.json({ threads: [], members: [] });
  });
  app.get(`${base}/channels/:channel/messages`, (request, response) => {
    const { searchParams: query } = new URL(request.originalUrl, 'http://localhost');
    const after = BigInt(query.get('after') ?? 0);
    const all = [...discord.messages.values()].filter((one) => {
      return one.channel_id === request.params.channel && BigInt(one.id) > after;
    });
    const page = all.slice(0, Number(query.get('limit') ?? 50)).reverse();
    response.json(page.map((one) => discord.shown(one, false)));
  });
}

function writeRoutes(app: Express, discord: DiscordSimulator): void {
  app.post(`${base}/users/@me/channels`, (request, response) => {
    response.json({ id: discord.privateChannel(digText(bodyOf(request), 'recipient_id') ?? ''), type: 1 });
  });
  app.post(`${base}/channels/:channel/messages`, (request, response) => {
    post(discord, request, response);
  });
  app.patch(oneMessage, (request, response) => {
    const message = discord.messages.get(request.params.message);
    if (message) discord.edits(message, digText(bodyOf(request), 'content') ?? '');
    response.status(message ? 200 : 404).json(message ?? unknownMessage);
  });
  app.delete(oneMessage, (request, response) => {
    const message = discord.messages.get(request.params.message);
    if (message) discord.deletes(message);
    response.status(message ? 204 : 404).json(unknownMessage);
  });
  app.put(`${oneMessage}/reactions/:emoji/@me`, (request, response) => {
    discord.reactions.push(request.params.emoji);
    response.status(204).end();
  });
  app.delete(`${oneMessage}/reactions/:emoji/@me`, (_request, response) => {
    discord.reactions.pop();
    response.status(204).end();
  });
}

/** With the nonce of an earlier message, that one is answered, and nothing is written. */
function post(discord: DiscordSimulator, request: Request, response: Response): void {
  const channel = discord.channels.get(String(request.params['channel']));
  if (channel === undefined) {
    response.status(404).json({ message: 'Unknown Channel', code: 10_003 });
    return;
  }
  if (discord.closed.has(channel.person ?? '')) {
    response.status(403).json({ message: 'Cannot send messages to this user', code: 50_007 });
    return;
  }
  const { payload, files } = payloadOf(request);
  const nonce = digText(payload, 'nonce');
  const earlier = [...discord.messages.values()].find((one) => nonce !== undefined && one.nonce === nonce);
  const reference = digText(payload, 'message_reference.message_id');
  const what = {
    content: digText(payload, 'content') ?? '',
    files,
    ...(nonce === undefined ? {} : { nonce }),
    ...(reference === undefined ? {} : { reference }),
  };
  response.json(discord.shown(earlier ?? discord.say(discord.bot, channel.id, what), true));
}

function payloadOf(request: Request): { payload: unknown; files: number } {
  if (!Buffer.isBuffer(request.body)) return { payload: bodyOf(request), files: 0 };
  const form = request.body.toString('latin1');
  const json = /name="payload_json"\r\n\r\n(.*?)\r\n--/su.exec(form)?.[1] ?? '{}';
  const payload: unknown = JSON.parse(Buffer.from(json, 'latin1').toString('utf8'));
  return { payload, files: form.split('name="files[').length - 1 };
}
