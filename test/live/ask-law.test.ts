import { randomUUID } from 'node:crypto';
import { ChaseAsks } from '../../src/actions/expert/chase-asks.js';
import {
  applyToAskList,
  askListNames,
  compareCursors,
  readCursor,
  type AskList,
  type AskListName,
  type AskListScreen,
  type LiveEvent,
} from '../../src/contract/index.js';
import { Clock } from '../../src/platform/clock.js';
import { eventually } from '../support/eventually.js';
import { LiveConsole } from '../support/live-client.js';
import { LiveScreens } from '../support/live-screens.js';
import { arrived, recordingForm, RecordingNetwork } from '../support/recording-network.js';
import { givenRelais, type Answer, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

const network = new RecordingNetwork();
const signature = 'Sofia, network engineer';
let relais: TestRelais;
let [admin, ana, cm, sofia, marc]: Person[] = [];
let screens: (LiveScreens | AskScreens)[];
let ticketId: string;

/** The lists of questions on one screen, kept by live events alone. */
class AskScreens {
  readonly console: LiveConsole;
  private readonly lists = new Map<AskListName, AskListScreen>();

  constructor(readonly person: Person) {
    const apply = (events: readonly LiveEvent[]) => {
      for (const event of events) {
        for (const [name, screen] of this.lists) this.lists.set(name, applyToAskList(screen, event));
      }
    };
    this.console = new LiveConsole({ url: relais.url, token: person.token, load: () => this.load(), apply });
  }

  async open(): Promise<this> {
    this.console.client.loaded(await this.load());
    await this.console.until(() => this.console.state === 'live');
    return this;
  }

  followed(): object {
    return Object.fromEntries([...this.lists].map(([name, { asks }]) => [name, asks]));
  }

  async fresh(): Promise<object> {
    const lists = await Promise.all(this.names.map(async (name) => [name, (await this.freshList(name)).asks] as const));
    return Object.fromEntries(lists);
  }

  private get names(): readonly AskListName[] {
    return this.person.role === 'expert' || this.person.role === 'adviser' ? ['mine'] : askListNames;
  }

  private async load(): Promise<string> {
    const cursors: string[] = [];
    for (const name of this.names) {
      const { asks, cursor } = await this.freshList(name);
      this.lists.set(name, { list: name, me: this.person, asks });
      cursors.push(cursor);
    }
    return (
      cursors.toSorted((a, b) => {
        const [left, right] = [readCursor(a), readCursor(b)];
        return left && right ? compareCursors(left, right) : 0;
      })[0] ?? ''
    );
  }

  private async freshList(name: AskListName): Promise<AskList> {
    return (await relais.as(this.person).get(`/api/asks?view=${name}`)).body;
  }
}

const as = (person: Person | undefined) => relais.as(person ?? { token: '' });

beforeAll(async () => {
  relais = await givenRelais({ networks: [network] });
  admin = await relais.agent('admin');
  [ana, cm] = [await relais.agent('adviser'), await relais.agent('community_manager')];
  [sofia, marc] = [await relais.agent('expert'), await relais.agent('expert')];
  const topics = [{ topic: 'network_technology', level: 3 }];
  const profile = { topics, languages: ['en'], zone: 'UTC', hours: [], weeklyQuota: 50, autonomy: 'reviewed' };
  for (const person of [sofia, marc]) {
    const saved = await as(cm).call('PUT', `/api/experts/${person.id}`, { ...profile, signature, active: true });
    expect(saved).toMatchObject({ status: 200 });
  }
  const connected = await as(admin).post('/api/accounts', recordingForm('shop'));
  const hookPath = new URL(connected.body.hookUrl).pathname;
  await relais.anybody.post(hookPath, { nonce: randomUUID(), events: [arrived('shop')] });
  const { body } = await eventually(
    () => as(admin).get('/api/tickets?view=all'),
    (answer) => {
      expect(answer.body.rows).toHaveLength(1);
    },
  );
  ticketId = body.rows[0].id;
  const people = [admin, ana, cm, sofia, marc];
  const lists = await Promise.all(people.map((person) => new AskScreens(person).open()));
  const pages = await Promise.all(
    people.slice(0, 3).map((person) => LiveScreens.open(relais, person, () => new Date())),
  );
  for (const page of pages) await page.openConversation(ticketId);
  screens = [...lists, ...pages];
});

afterAll(async () => {
  for (const { console } of screens) console.leave();
  await relais.stop();
});

/** Every screen that followed equals the one that is opened now. */
async function lawHolds(): Promise<void> {
  for (const screen of screens) {
    await eventually(
      async () => ({ fresh: await screen.fresh(), followed: screen.followed() }),
      ({ fresh, followed }) => {
        expect(followed).toEqual(fresh);
      },
    );
  }
}

async function act(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  expect([200, 204]).toContain(answer.status);
  await lawHolds();
  return answer;
}

async function ask(mode: string): Promise<string> {
  const body = { clientId: randomUUID(), question: 'Call 06 12 34 56 78?', expertId: sofia?.id, mode, topic: null };
  return (await act(as(ana).post(`/api/tickets/${ticketId}/asks`, body))).body.id;
}
const word = (person: Person | undefined, id: string, body: object) =>
  act(as(person).post(`/api/ask-pages/${id}/word`, body));

async function submit(person: Person | undefined, id: string, text: string): Promise<void> {
  const { ask: shown, messages } = (await as(person).get(`/api/ask-pages/${id}`)).body;
  const seen = { revision: shown.draftRevision, seenMessageId: messages.at(-1)?.id };
  await act(as(person).post(`/api/ask-pages/${id}/submit`, { text, consent: true, ...seen }));
}

it('holds from a question to the answer in the expert’s own name', async () => {
  const id = await ask('public');
  await word(sofia, id, { as: 'not-me', expertId: marc?.id });
  await word(marc, id, { as: 'later', until: new Date(Date.now() + 60_000).toISOString() });
  await word(marc, id, { as: 'accept' });
  await act(as(marc).call('PUT', `/api/ask-pages/${id}/draft`, { text: 'Well', revision: 0 }));
  await submit(marc, id, 'Well, no.');
  await act(as(cm).post(`/api/asks/${id}/review`, { as: 'return', advice: 'Kinder, please.' }));
  await submit(marc, id, 'I fear not.');
  await act(as(cm).post(`/api/asks/${id}/review`, { as: 'approve', text: 'I fear it does not.', anyway: true }));
  await eventually(
    () => as(ana).get('/api/asks?view=mine'),
    ({ body }) => {
      expect(body.asks).toMatchObject([{ id, state: 'published' }]);
    },
  );
  await lawHolds();
  expect(network.sent.map(({ text }) => text)).toEqual([`I fear it does not.\n\n— ${signature}`]);
});

it('holds when the expert advises, when nobody answers, and when the ticket is taken over', async () => {
  const advised = await ask('advice');
  await word(sofia, advised, { as: 'accept' });
  await submit(sofia, advised, 'Tell them to wait.');

  const late = await ask('public');
  for (const hours of [3.5, 9]) {
    await new ChaseAsks(relais.db, new Later(hours)).run();
    await lawHolds();
  }
  await act(as(ana).post(`/api/asks/${late}/again`, { expertId: marc?.id }));
  await act(as(cm).post(`/api/asks/${late}/withdraw`));

  const over = await ask('takeover');
  await word(sofia, over, { as: 'not-me' });
  await act(as(cm).post(`/api/asks/${over}/again`, { expertId: sofia?.id }));
  await word(sofia, over, { as: 'accept' });
});

class Later extends Clock {
  private readonly at: Date;
  constructor(hours: number) {
    super();
    this.at = new Date(Date.now() + hours * 3_600_000);
  }
  now(): Date {
    return this.at;
  }
}
