import express, { type Request, type Response } from 'express';
import { type WebSocket, WebSocketServer } from 'ws';

import { newToken } from '../../platform/ids.js';
import { digText } from '../kit/dig.js';
import { bodyOf, Station, word, type Body, type StationOptions } from '../kit/station.js';

interface Line {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly parent?: string;
}

/** Helix, the tokens and EventSub's WebSocket on the loopback: one channel, which is the account's own. */
export async function startTwitchSimulator(options: StationOptions): Promise<TwitchSimulator> {
  const station = await Station.open(options);
  const simulator = new TwitchSimulator(station);
  station.control(
    { published: () => simulator.published },
    { chats: (body: Body) => simulator.chats(word(body, 'login'), word(body, 'text')) },
  );
  station.app.use(station.script.middleware);
  simulator.mount();
  return simulator;
}

export class TwitchSimulator {
  readonly apiBase: string;
  readonly us = '9001';
  readonly published: Line[] = [];
  readonly whispers: { readonly to: string; readonly text: string }[] = [];
  readonly subscribed = new Set<string>();
  /** Why the next line is not published. */
  dropReason: string | null = null;
  accessToken = newToken(12);
  /** How many connections were ever opened. */
  opened = 0;
  private readonly lines = new Map<string, Line>();
  private readonly live = new Set<WebSocket>();

  constructor(private readonly station: Station) {
    this.apiBase = `${station.url}/helix`;
    const sockets = new WebSocketServer({ server: station.server, path: '/ws' });
    sockets.on('connection', (client) => {
      this.live.add(client);
      this.opened += 1;
      client.on('close', () => this.live.delete(client));
      const session = { id: newToken(8), status: 'connected', keepalive_timeout_seconds: 30, reconnect_url: null };
      client.send(JSON.stringify({ metadata: this.metadata('session_welcome'), payload: { session } }));
    });
  }

  get script() {
    return this.station.script;
  }

  get connections(): number {
    return this.live.size;
  }

  chats(login: string, text: string): Line {
    const line = { id: newToken(8), from: login, text };
    this.lines.set(line.id, line);
    this.tellChat(line);
    return line;
  }

  deletes({ id, from }: Line): void {
    this.tell('channel.chat.message_delete', { broadcaster_user_id: this.us, target_user_id: from, message_id: id });
  }

  whisperFrom(login: string, text: string): void {
    const from = { from_user_id: `id-${login}`, from_user_login: login, from_user_name: login };
    const to = { to_user_id: this.us, to_user_login: 'northline', to_user_name: 'Northline' };
    this.tell('user.whisper.message', { ...from, ...to, whisper_id: newToken(8), whisper: { text } });
  }

  /** Twitch has everybody come to another address; the subscriptions come along. */
  moves(): void {
    const reconnect_url = `${this.station.url.replace(/^http/u, 'ws')}/ws?moved=1`;
    const session = { id: 'old', status: 'reconnecting', reconnect_url };
    for (const client of this.live) {
      client.send(JSON.stringify({ metadata: this.metadata('session_reconnect'), payload: { session } }));
    }
  }

  drop(): void {
    for (const client of this.live) client.terminate();
    this.live.clear();
  }

  mount(): void {
    const { app } = this.station;
    app.use(express.json(), express.urlencoded({ extended: true }));
    app.get('/oauth2/validate', (request, response) => {
      const isGood = request.get('authorization') === `OAuth ${this.accessToken}`;
      const scopes = [
        'user:read:chat',
        'user:write:chat',
        'user:bot',
        'user:manage:whispers',
        'moderator:manage:chat_messages',
      ];
      if (isGood) response.json({ client_id: 'c', login: 'northline', user_id: this.us, scopes, expires_in: 14_000 });
      else response.status(401).json({ status: 401, message: 'invalid access token' });
    });
    app.post('/oauth2/token', (request, response) => {
      if (digText(bodyOf(request), 'refresh_token') !== 'refresh') {
        response.status(400).json({ status: 400, message: 'Invalid refresh token' });
        return;
      }
      this.accessToken = newToken(12);
      response.json({ access_token: this.accessToken, refresh_token: 'refresh', expires_in: 14_000, scope: [] });
    });
    this.mountHelix();
  }

  private mountHelix(): void {
    const { app } = this.station;
    app.use('/helix', (request, response, next) => {
      response.set({ 'ratelimit-limit': '800', 'ratelimit-remaining': '790', 'ratelimit-reset': '4000000000' });
      if (request.get('authorization') === `Bearer ${this.accessToken}`) next();
      else response.status(401).json({ status: 401, message: 'Invalid OAuth token' });
    });
    app.get('/helix/users', (_request, response) => {
      response.json({ data: [{ id: this.us, login: 'northline', display_name: 'Northline' }] });
    });
    app.post('/helix/eventsub/subscriptions', (request, response) => {
      this.subscribe(digText(bodyOf(request), 'type') ?? '', response);
    });
    app.post('/helix/chat/messages', (request, response) => {
      this.say(request, response);
    });
    app.post('/helix/whispers', (request, response) => {
      const { searchParams: query } = new URL(request.originalUrl, 'http://localhost');
      this.whispers.push({ to: query.get('to_user_id') ?? '', text: digText(bodyOf(request), 'message') ?? '' });
      response.status(204).end();
    });
    app.delete('/helix/moderation/chat', (request, response) => {
      const { searchParams: query } = new URL(request.originalUrl, 'http://localhost');
      response.status(this.lines.delete(query.get('message_id') ?? '') ? 204 : 404).end();
    });
  }

  stop(): Promise<void> {
    this.drop();
    return this.station.stop();
  }

  private subscribe(type: string, response: Response): void {
    const isKnown = this.subscribed.has(type);
    this.subscribed.add(type);
    response.status(isKnown ? 409 : 202).json({ data: [{ id: type, status: 'enabled', type }] });
  }

  private say(request: Request, response: Response): void {
    const reason = this.dropReason;
    this.dropReason = null;
    if (reason !== null) {
      const drop_reason = { code: reason, message: 'not sent' };
      response.json({ data: [{ message_id: '', is_sent: false, drop_reason }] });
      return;
    }
    const body = bodyOf(request);
    const parent = digText(body, 'reply_parent_message_id');
    const line = { id: newToken(8), from: 'northline', text: digText(body, 'message') ?? '' };
    const whole = parent === undefined ? line : { ...line, parent };
    this.published.push(whole);
    this.tellChat(whole);
    response.json({ data: [{ message_id: line.id, is_sent: true, drop_reason: null }] });
  }

  private tellChat({ id, from, text, parent }: Line): void {
    const answered = this.lines.get(parent ?? '');
    const person = (login: string) => (login === 'northline' ? this.us : `id-${login}`);
    const reply = answered && {
      parent_message_id: answered.id,
      parent_user_id: person(answered.from),
      parent_user_login: answered.from,
      parent_user_name: answered.from,
      thread_message_id: answered.id,
    };
    const chatter = { chatter_user_id: person(from), chatter_user_login: from, chatter_user_name: from };
    const message = { text, fragments: [{ type: 'text', text }] };
    this.tell('channel.chat.message', {
      broadcaster_user_id: this.us,
      ...chatter,
      message_id: id,
      message,
      reply: reply ?? null,
    });
  }

  private tell(type: string, event: object): void {
    if (!this.subscribed.has(type)) return;
    const condition = { broadcaster_user_id: this.us, user_id: this.us };
    const subscription = { id: type, status: 'enabled', type, version: '1', condition };
    const frame = JSON.stringify({ metadata: this.metadata('notification'), payload: { subscription, event } });
    for (const client of this.live) client.send(frame);
  }

  private metadata(message_type: string) {
    const at = this.station.now().toISOString().replace('Z', '456789Z');
    return { message_id: newToken(8), message_type, message_timestamp: at };
  }
}
