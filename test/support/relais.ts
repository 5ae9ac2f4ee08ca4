import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import supertest from 'supertest';
import { openSession } from '../../src/actions/team/open-session.js';
import { Site } from '../../src/http/site.js';
import type { Role, SetUpView } from '../../src/contract/index.js';
import type { Network } from '../../src/networks/kit/network.js';
import type { Clock } from '../../src/platform/clock.js';
import { freePort } from '../../src/platform/free-port.js';
import { newId } from '../../src/platform/ids.js';
import { openLog } from '../../src/platform/log.js';
import type { PgOptions } from '../../src/platform/postgres/pg-options.js';
import { type RunningRelais, startRelais, type StartParts } from '../../src/start-relais.js';
import { dropDatabase, freshDatabase } from './postgres.js';

/** Somebody of the team, signed in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly token: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // What an answer is, is found out by comparing it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- every test would have to parse its own answers
  readonly body: any;
}

interface Ask {
  /** The settings that differ from the usual ones of tests. */
  readonly settings?: Partial<StartParts['settings']>;
  readonly networks?: readonly Network[];
  readonly clock?: Clock;
  readonly webFolder?: string | null;
  /** Another instance on a database that is there already; whoever made it drops it. */
  readonly database?: PgOptions;
  readonly secretKey?: Buffer;
  readonly demo?: SetUpView['demo'];
}

/** A whole Relais in this process, on a database of its own. Stop it at the end. */
export async function givenRelais(ask: Ask = {}): Promise<TestRelais> {
  const parts = await partsOf(ask);
  return new TestRelais(await startRelais(parts), parts, ask.database === undefined);
}

async function partsOf(ask: Ask): Promise<StartParts> {
  const { settings: changed, database, secretKey = randomBytes(32), clock, networks } = ask;
  const settings = await settingsOf(changed ?? {});
  return {
    settings,
    database: database ?? (await freshDatabase()),
    secretKey,
    log: openLog({ level: process.env['TEST_LOG'] ?? 'silent' }),
    site: siteOf(ask, settings),
    ...(clock === undefined ? {} : { clock }),
    ...(networks === undefined ? {} : { networks }),
  };
}

async function settingsOf(changed: Partial<StartParts['settings']>): Promise<StartParts['settings']> {
  const port = await freePort('127.0.0.1');
  return {
    role: 'all',
    host: '127.0.0.1',
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    trustProxy: 0,
    wakeups: true,
    allowPrivateNetwork: true,
    firstAdministrator: null,
    metrics: { port: null, token: null },
    ...changed,
  };
}

function siteOf(ask: Ask, settings: StartParts['settings']): Site {
  const { demo = null, webFolder = null } = ask;
  const openApiFile = resolve('src/http/openapi.json');
  return new Site({ version: 'test', demo, webFolder, openApiFile, metricsToken: settings.metrics.token });
}

export class TestRelais {
  readonly url: string;
  readonly database: PgOptions;
  private named = 0;

  constructor(
    readonly running: RunningRelais,
    readonly parts: StartParts,
    private readonly ownsDatabase: boolean,
  ) {
    this.url = `http://127.0.0.1:${parts.settings.port}`;
    this.database = parts.database;
  }

  get db() {
    return this.running.core.db;
  }

  /** Without a session. */
  get anybody(): Api {
    return new Api(this.url, {});
  }

  as(person: Pick<Person, 'token'>): Api {
    return new Api(this.url, { cookie: `relais_session=${person.token}` });
  }

  /** A new person of the team, signed in; without a password, which would cost time. */
  async agent(role: Role, facts: { name?: string; languages?: string[]; capacity?: number } = {}): Promise<Person> {
    this.named += 1;
    const name = facts.name ?? `${role} ${this.named}`;
    const id = newId();
    const email = `${id}@example.com`;
    const { languages = ['fr', 'en'], capacity = 8 } = facts;
    const session = await this.db.transaction(this.running.workspaceId, async (tx) => {
      await tx.agents.add({ id, name, email, role, locale: 'fr', languages, capacity, passwordHash: 'none' });
      await tx.agents.change(id, { availability: 'available' });
      const client = { name: 'test', address: '127.0.0.1' };
      return openSession(tx, { id }, { client, now: this.running.core.clock.now() });
    });
    return { id, name, email, role, token: session.token };
  }

  async stop(): Promise<void> {
    await this.running.stop();
    if (this.ownsDatabase) await dropDatabase(this.database);
  }
}

type Headings = Readonly<Record<string, string>>;

/** Calls of one caller. A body that is no text or Buffer goes as JSON. */
export class Api {
  constructor(
    readonly url: string,
    readonly headers: Headings,
  ) {}

  with(headers: Headings): Api {
    return new Api(this.url, { ...this.headers, ...headers });
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.call('POST', path, body);
  }

  patch(path: string, body: unknown): Promise<Answer> {
    return this.call('PATCH', path, body);
  }

  delete(path: string): Promise<Answer> {
    return this.call('DELETE', path);
  }

  /** A form with one file. */
  async upload(path: string, file: FormFile): Promise<Answer> {
    const { field = 'file', name: filename, bytes, type: contentType } = file;
    const asked = supertest(this.url).post(path).set(this.headers).ok(whatever);
    return answerOf(await asked.attach(field, bytes, { filename, contentType }).buffer(true).parse(asText));
  }

  async call(method: string, path: string, body?: unknown): Promise<Answer> {
    const isText = typeof body === 'string';
    const sent = isText || Buffer.isBuffer(body) || body === undefined ? body : JSON.stringify(body);
    const type = sent === undefined || sent === body ? (isText ? 'text/plain' : null) : 'application/json';
    const headers = { ...(type === null ? {} : { 'content-type': type }), ...this.headers };
    const asked = supertest(this.url)[verbOf(method)](path).set(headers).redirects(0).ok(whatever);
    // As they are: superagent would write bodies anew by their content type.
    return answerOf(await asked.serialize(asIs).send(sent).buffer(true).parse(asText));
  }
}

interface FormFile {
  readonly field?: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly type: string;
}

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'options'] as const;

function verbOf(method: string): (typeof verbs)[number] {
  const verb = verbs.find((one) => one === method.toLowerCase());
  if (verb === undefined) throw new Error(`there is no call ${method}`);
  return verb;
}

const asIs = (body: string): string => body;

/** No status is an error to a test that asks for it. */
const whatever = (): boolean => true;

function asText(response: supertest.Response, done: (error: Error | null, body: string) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => {
    done(null, Buffer.concat(chunks).toString());
  });
}

function answerOf(response: supertest.Response): Answer {
  const headers = new Headers();
  for (const [name, value] of Object.entries<string | string[]>(response.headers)) {
    for (const one of [value].flat()) headers.append(name, one);
  }
  return { status: response.status, headers, body: parsed(String(response.body)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not everything is JSON: files and pages are compared as text.
    return text;
  }
}
