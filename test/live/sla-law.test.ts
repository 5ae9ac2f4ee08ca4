import { randomUUID } from 'node:crypto';
import type { Actor, Conversation, TicketRow } from '../../src/contract/index.js';
import { warningFor } from '../../src/contract/clock-warning.js';
import { always, defaultBook, defaultLadder } from '../../src/domain/sla/default-policy.js';
import { ageClocks } from '../support/age-clocks.js';
import { eventually } from '../support/eventually.js';
import { LiveScreens } from '../support/live-screens.js';
import { arrived, recordingForm, RecordingNetwork } from '../support/recording-network.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

const account = 'shop';
let relais: TestRelais;
let hookPath: string;
let [lead, ana]: Person[] = [];
let screens: LiveScreens[] = [];

beforeAll(async () => {
  relais = await givenRelais({ networks: [new RecordingNetwork()] });
  const admin = await relais.agent('admin');
  const connected = await relais.as(admin).post('/api/accounts', recordingForm(account));
  hookPath = new URL(connected.body.hookUrl).pathname;
  lead = await relais.agent('team_lead');
  ana = await relais.agent('adviser');
  screens = await Promise.all([lead, ana].map((person) => LiveScreens.open(relais, person, () => new Date())));
});
afterAll(async () => {
  for (const { console } of screens) console.leave();
  await relais.stop();
});

const as = (person: Person | undefined) => relais.as(person ?? { token: '' });
const conversation = async (id: string): Promise<Conversation> => (await as(lead).get(`/api/tickets/${id}`)).body;

/** Every screen that followed equals the one that is opened now. What only the hour decides is looked at anew. */
async function lawHolds(): Promise<void> {
  for (const screen of screens) {
    await eventually(
      async () => {
        await screen.timeHasPassed();
        return { fresh: await screen.fresh(), followed: screen.followed() };
      },
      ({ fresh, followed }) => {
        expect(followed).toEqual(fresh);
      },
    );
  }
}

async function givenTicket(): Promise<string> {
  const author = `customer-${randomUUID().slice(0, 8)}`;
  const event = arrived(account, { author, sentAt: new Date() });
  await relais.anybody.post(hookPath, { nonce: randomUUID(), events: [event] });
  const { body } = await eventually(
    () => as(lead).get('/api/tickets?view=all&limit=200'),
    ({ body: page }) => {
      expect(page.rows.some((row: TicketRow) => row.person.name === author)).toBe(true);
    },
  );
  const { id } = body.rows.find((row: TicketRow) => row.person.name === author);
  for (const screen of screens) await screen.openConversation(id);
  return id;
}

async function save(policies: readonly object[]): Promise<void> {
  const { body } = await as(lead).get('/api/sla/policies');
  const saved = await as(lead).call('PUT', '/api/sla/policies', { version: body.version, policies });
  expect(saved).toMatchObject({ status: 200 });
  await eventually(
    () => as(lead).get('/api/sla/policies'),
    ({ body: { recompute } }) => {
      expect(recompute).toBeNull();
    },
  );
}

const all = [10, 20, 30, 40];
const promises = {
  id: randomUUID(),
  name: 'All of them',
  calendarId: null,
  when: always,
  targets: { first_reply: all, next_reply: all, resolution: all, assignment: all, ownership_care: all },
  ladder: defaultLadder,
};

const until = (id: string, event: string) =>
  eventually(
    () => conversation(id),
    ({ clocks }) => {
      expect(clocks.flatMap(({ ledger }) => ledger.map((line) => line.event))).toContain(event);
    },
  );

it('holds when other promises are made, and when they are taken back', async () => {
  await givenTicket();
  await save([promises]);
  await lawHolds();
  await save(defaultBook.policies);
  await lawHolds();
});

/** The steps that somebody was told to hurry about, in hundredths. */
function warned(screen: LiveScreens | undefined, actor: Pick<Actor, 'id' | 'role'>, ticketId: string): string[] {
  const warnings = (screen?.heard ?? []).flatMap((event) => warningFor(actor, event) ?? []);
  const keys = warnings.filter(({ ticket, clock }) => ticket.id === ticketId && clock.kind === 'first_reply');
  return [...new Set(keys.map(({ key }) => key.split(' ')[1] ?? ''))];
}

it('holds when a deadline comes nearer, passes, and is long past', async () => {
  await save([promises]);
  const id = await givenTicket();
  expect((await as(ana).post(`/api/tickets/${id}/take`)).status).toBe(200);
  await lawHolds();
  for (const [minutes, event] of [
    [24, 'warned'],
    [8, 'breached'],
    [15, 'escalated'],
  ] as const) {
    await ageClocks(relais, id, { minutes, held: true });
    await until(id, event);
    await lawHolds();
  }
  // The one who has it at three quarters, the lead at the deadline, and nobody twice.
  expect(warned(screens[1], { id: ana?.id ?? '', role: 'adviser' }, id)).toEqual(['75']);
  expect(warned(screens[0], { id: lead?.id ?? '', role: 'team_lead' }, id)).toEqual(['100']);
});

it('holds while clocks stand still and go on, change hands and end', async () => {
  const id = await givenTicket();
  const steps = [
    ['take', {}],
    ['transfer', { lane: 'care', note: 'Stays' }],
    ['release', {}],
    ['close', { outcome: 'resolved' }],
    ['reopen', {}],
    ['close', { outcome: 'no_reply_needed' }],
  ] as const;
  for (const [step, body] of steps) {
    expect(await as(lead).post(`/api/tickets/${id}/${step}`, body)).toMatchObject({ status: 200 });
    await lawHolds();
  }
});
