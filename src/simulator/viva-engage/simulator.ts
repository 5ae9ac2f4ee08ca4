import express, { type Request, type Response } from 'express';
import { bodyOf, Station, word, type StationOptions } from '../kit/station.js';

interface Message {
  readonly id: number;
  readonly sender: number;
  readonly text: string;
  readonly thread: number;
  readonly parent: number | null;
  readonly group: number | null;
  readonly isDirect: boolean;
  readonly at: number;
}

const us = 9001;
const community = 5501;
const tokenSeconds = 3600;

/** The REST API of Viva Engage and Entra's token endpoint on the loopback, with one community and one account of ours. */
export async function startVivaSimulator(options: StationOptions): Promise<VivaSimulator> {
  const station = await Station.open(options);
  return new VivaSimulator(station);
}

export class VivaSimulator {
  readonly url: string;
  readonly community = String(community);
  private readonly messages: Message[] = [];
  private readonly people = new Map<number, string>([[us, 'care']]);
  private readonly liked = new Set<number>();
  private tokens = { access: 'access-1', refresh: 'refresh-1', made: 1 };

  constructor(private readonly station: Station) {
    this.url = station.url;
    const { app, script } = station;
    app.use(script.middleware, express.json(), express.urlencoded({ extended: false }));
    app.post('/:tenant/oauth2/v2.0/token', (request, response) => {
      this.giveToken(request, response);
    });
    app.use('/api/v1', (request, response, next) => {
      if (request.headers.authorization === `Bearer ${this.tokens.access}`) next();
      else response.status(401).json({ response: { message: 'Token not found.', code: 16, stat: 'fail' } });
    });
    this.routes();
  }

  get script() {
    return this.station.script;
  }

  get refreshToken(): string {
    return this.tokens.refresh;
  }

  writes(name: string, text: string, where: { readonly under?: number; readonly isDirect?: boolean } = {}): number {
    const known = [...this.people].find(([, one]) => one === name)?.[0];
    const sender = known ?? 7000 + this.people.size;
    this.people.set(sender, name);
    return this.add({ sender, text, parent: where.under ?? null, isDirect: where.isDirect ?? false }).id;
  }

  published(): string[] {
    return this.messages.filter(({ sender }) => sender === us).map(({ text }) => text);
  }

  isLiked(id: number): boolean {
    return this.liked.has(id);
  }

  endTokens(): void {
    this.tokens = { ...this.tokens, access: 'ended' };
  }

  stop(): Promise<void> {
    return this.station.stop();
  }

  private add(what: Pick<Message, 'sender' | 'text' | 'parent' | 'isDirect'>): Message {
    const id = 2_000_000_000_000_000 + this.messages.length + 1;
    const parent = this.messages.find((one) => one.id === what.parent);
    const isDirect = parent?.isDirect ?? what.isDirect;
    const place = { thread: parent?.thread ?? id, group: isDirect ? null : community, isDirect };
    const message = { ...what, ...place, id, at: this.station.now().getTime() };
    this.messages.push(message);
    return message;
  }

  /** Each refresh ends the refresh token that was used. */
  private giveToken(request: Request, response: Response): void {
    const form = bodyOf(request);
    if (word(form, 'grant_type') === 'refresh_token' && word(form, 'refresh_token') !== this.tokens.refresh) {
      response.status(400).json({ error: 'invalid_grant', error_description: 'AADSTS70008: expired' });
      return;
    }
    const made = this.tokens.made + 1;
    this.tokens = { access: `access-${String(made)}`, refresh: `refresh-${String(made)}`, made };
    const { access, refresh } = this.tokens;
    response.json({ token_type: 'Bearer', access_token: access, refresh_token: refresh, expires_in: tokenSeconds });
  }

  private routes(): void {
    const { app } = this.station;
    app.get('/api/v1/users/current.json', (_request, response) => {
      response.json(this.wirePerson(us));
    });
    this.feed('received', ({ sender, isDirect, parent }) => sender !== us && (isDirect || this.isOurs(parent)));
    this.feed('following', () => false);
    this.feed('sent', ({ sender }) => sender === us);
    this.feed(`in_group/${String(community)}`, ({ group }) => group === community);
    app.post('/api/v1/messages.json', (request, response) => {
      const body = bodyOf(request);
      const parent = Number(body['replied_to_id']) || null;
      const isDirect = Array.isArray(body['direct_to_user_ids']);
      const message = this.add({ sender: us, text: word(body, 'body'), parent, isDirect });
      response.status(201).json(this.envelope([message], false));
    });
    const like = (request: Request, response: Response) => {
      const id = Number(request.query['message_id']);
      if (request.method === 'POST') this.liked.add(id);
      else this.liked.delete(id);
      response.status(201).send();
    };
    app.route('/api/v1/messages/liked_by/current.json').post(like).delete(like);
    app.delete('/api/v1/messages/:id.json', (request, response) => {
      const at = this.messages.findIndex(({ id }) => String(id) === request.params['id']);
      if (at === -1) response.status(404).send();
      else response.json(this.messages.splice(at, 1).length);
    });
  }

  private feed(name: string, holds: (message: Message) => boolean): void {
    this.station.app.get(`/api/v1/messages/${name}.json`, (request, response) => {
      const {
        newer_than: newer = '0',
        older_than: older = String(Number.MAX_SAFE_INTEGER),
        limit = '20',
      } = request.query;
      const all = this.messages
        .filter((one) => holds(one) && one.id > Number(newer) && one.id < Number(older))
        .toReversed();
      response.json(this.envelope(all.slice(0, Number(limit)), all.length > Number(limit)));
    });
  }

  private isOurs(id: number | null): boolean {
    return this.messages.some((one) => one.id === id && one.sender === us);
  }

  private envelope(messages: readonly Message[], hasOlder: boolean) {
    const people = [...new Set([us, ...messages.map(({ sender }) => sender)])];
    const threads = messages.filter(({ isDirect }) => isDirect).map(({ thread }) => thread);
    const partners = this.messages.filter(({ thread }) => threads.includes(thread)).map(({ sender }) => sender);
    const references = [...new Set([...people, ...partners])].map((id) => this.wirePerson(id));
    return { messages: messages.map(wireMessage), references, meta: { older_available: hasOlder } };
  }

  private wirePerson(id: number) {
    const name = this.people.get(id) ?? '';
    return { type: 'user', id, name, full_name: name, mugshot_url: `https://mug.example/${name}.png` };
  }
}

function wireMessage({ id, sender, text, thread, parent, group, isDirect, at }: Message) {
  const created = new Date(at).toISOString().replaceAll('-', '/').replace('T', ' ').replace(/\..*$/u, ' +0000');
  return {
    id,
    sender_id: sender,
    replied_to_id: parent,
    created_at: created,
    message_type: 'update',
    group_id: group,
    thread_id: thread,
    direct_message: isDirect,
    privacy: isDirect ? 'private' : 'public',
    system_message: false,
    notified_user_ids: [],
    attachments: [],
    body: { plain: text, parsed: text, rich: text },
  };
}
