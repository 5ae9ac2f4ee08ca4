import { applyToDrafts, type DraftView, type LiveEvent } from '../../src/contract/index.js';
import { newId } from '../../src/platform/ids.js';
import { eventually } from '../support/eventually.js';
import { givenTicket } from '../support/given-ticket.js';
import { LiveScreens } from '../support/live-screens.js';
import { LiveConsole } from '../support/live-client.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

let relais: TestRelais;
let [karim, ines, nadia, sofia]: Person[] = [];
let screens: (LiveScreens | OwnDrafts)[];
let ticketId: string;
let otherId: string;

/** All that one person has not sent, kept by live events alone. */
class OwnDrafts {
  readonly console: LiveConsole;
  private drafts: DraftView[] = [];

  constructor(private readonly person: Person) {
    const apply = (events: readonly LiveEvent[]) => {
      for (const event of events) this.drafts = applyToDrafts(this.drafts, event, this.person.id);
    };
    this.console = new LiveConsole({ url: relais.url, token: person.token, load: () => this.load(), apply });
  }

  async open(): Promise<this> {
    this.console.client.loaded(await this.load());
    await this.console.until(() => this.console.state === 'live');
    return this;
  }

  followed(): DraftView[] {
    return this.drafts.toSorted(byId);
  }

  async fresh(): Promise<DraftView[]> {
    const drafts: DraftView[] = (await as(this.person).get('/api/drafts')).body.drafts;
    return drafts.sort(byId);
  }

  private async load(): Promise<string> {
    const { body } = await as(this.person).get('/api/drafts');
    this.drafts = body.drafts;
    return body.cursor;
  }
}

const byId = (a: DraftView, b: DraftView) => (a.id < b.id ? -1 : 1);
const as = (person: Person | undefined) => relais.as(person ?? { token: '' });
const someone = (person: Person | undefined): Person => {
  if (!person) throw new Error('nobody');
  return person;
};

beforeAll(async () => {
  relais = await givenRelais({ settings: { role: 'api' } });
  karim = await relais.agent('adviser', { name: 'Karim' });
  ines = await relais.agent('adviser', { name: 'Inès' });
  nadia = await relais.agent('team_lead', { name: 'Nadia' });
  sofia = await relais.agent('expert', { name: 'Sofia' });
});

beforeEach(async () => {
  ({ ticketId } = await givenTicket(relais, 'care'));
  ({ ticketId: otherId } = await givenTicket(relais, 'care'));
  const people = [karim, ines, nadia, sofia].map(someone);
  const pages = await Promise.all(people.map((person) => LiveScreens.open(relais, person, () => new Date())));
  for (const page of pages.slice(0, 3)) {
    await page.openConversation(ticketId);
    await page.openConversation(otherId);
  }
  screens = [...pages, await new OwnDrafts(someone(karim)).open()];
});
afterEach(() => {
  for (const { console } of screens) console.leave();
});
afterAll(() => relais.stop());

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

const act = async (person: Person | undefined, path: string, body: object = {}) => {
  const answer = await as(person).post(path, body);
  expect(answer).toMatchObject({ status: 200 });
  await lawHolds();
};

async function save(draft: { id: string; base: number; text: string; mode?: string }): Promise<void> {
  const answer = await as(karim).call('PUT', `/api/tickets/${ticketId}/drafts`, {
    mode: 'public',
    fileIds: [],
    ...draft,
  });
  expect(answer).toMatchObject({ status: 200 });
  await lawHolds();
}

async function begun(text: string): Promise<string> {
  const id = newId();
  await save({ id, base: 0, text });
  return id;
}

it('holds while a draft is written, shared, hidden again, erased and had back', async () => {
  const id = await begun('Good morning');
  await save({ id, base: 1, text: 'Good morning, we looked' });
  await save({ id, base: 2, text: 'Good morning, we looked', mode: 'private' });
  await act(karim, `/api/drafts/${id}/share`, { shared: true });
  await save({ id, base: 3, text: 'Good morning, we looked into it' });
  await act(karim, `/api/drafts/${id}/share`, { shared: false });
  await save({ id, base: 4, text: '' });
  await act(karim, `/api/drafts/${id}/restore`);
  await as(karim).call('DELETE', `/api/drafts/${id}`);
  await lawHolds();
});

it('holds when somebody takes the pen over, and the draft with it', async () => {
  await begun('Good morning');
  await as(karim).post(`/api/tickets/${ticketId}/pen`);
  await act(nadia, `/api/tickets/${ticketId}/pen/ask`);
});

it('holds when the ticket leaves its writer’s sight, and when tickets are merged and parted', async () => {
  await begun('Good morning');
  await act(nadia, `/api/tickets/${ticketId}/merge`, { into: otherId });
  await act(nadia, `/api/tickets/${ticketId}/undo-merge`);
  await act(nadia, `/api/tickets/${ticketId}/transfer`, { lane: 'community', note: 'Press' });
});

it('tells nobody else of a draft that is its writer’s alone', async () => {
  const heard: LiveEvent[] = [];
  const apply = (events: readonly LiveEvent[]) => heard.push(...events);
  const load = async () => (await as(nadia).get('/api/drafts')).body.cursor;
  const console = await LiveConsole.open({ url: relais.url, token: someone(nadia).token, load, apply });
  const id = await begun('Between us: hush');
  await save({ id, base: 1, text: 'Between us: hush hush' });
  await act(karim, `/api/drafts/${id}/share`, { shared: true });
  await console.until(() => heard.some(({ type }) => type === 'draft.changed'));
  expect(heard.filter(({ type }) => type === 'draft.changed')).toHaveLength(1);
  await act(karim, `/api/drafts/${id}/share`, { shared: false });
  await console.until(() => heard.some(({ type }) => type === 'draft.gone'));
  const before = heard.length;
  await save({ id, base: 2, text: 'Between us again' });
  expect(JSON.stringify(heard.slice(before))).not.toContain('Between us');
  console.leave();
});
