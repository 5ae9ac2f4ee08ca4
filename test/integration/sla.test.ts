import { randomUUID } from 'node:crypto';
import type { ClockView, Conversation, PoliciesView, SlaPolicy } from '../../src/contract/index.js';
import { always, defaultLadder } from '../../src/domain/sla/default-policy.js';
import { ageClocks } from '../support/age-clocks.js';
import { eventually } from '../support/eventually.js';
import { arrived, recordingForm, RecordingNetwork } from '../support/recording-network.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

const account = 'shop';
let relais: TestRelais;
let hookPath: string;
let [lead, ana, ben]: Person[] = [];

beforeAll(async () => {
  relais = await givenRelais({ networks: [new RecordingNetwork()] });
  const admin = await relais.agent('admin');
  const connected = await relais.as(admin).post('/api/accounts', recordingForm(account));
  hookPath = new URL(connected.body.hookUrl).pathname;
  lead = await relais.agent('team_lead', { name: 'Lena' });
  ana = await relais.agent('adviser', { name: 'Ana' });
  ben = await relais.agent('adviser', { name: 'Ben' });
});
afterAll(() => relais.stop());

const as = (person: Person | undefined) => relais.as(person ?? { token: '' });
const page = async (id: string): Promise<Conversation> => (await as(lead).get(`/api/tickets/${id}`)).body;
const clocksOf = async (id: string): Promise<ClockView[]> => (await page(id)).clocks;
const ofReply = (clocks: readonly ClockView[]) => clocks.find(({ kind }) => kind === 'first_reply');

/** A customer wrote so many minutes ago. */
async function givenTicket(minutesAgo = 0): Promise<string> {
  const author = `customer-${randomUUID().slice(0, 8)}`;
  const sentAt = new Date(new Date().getTime() - minutesAgo * 60_000);
  await relais.anybody.post(hookPath, { nonce: randomUUID(), events: [arrived(account, { author, sentAt })] });
  const { body } = await eventually(
    () => as(lead).get('/api/tickets?view=all&limit=200'),
    ({ body: list }) => {
      expect(list.rows.map((row: { person: { name: string } }) => row.person.name)).toContain(author);
    },
  );
  return body.rows.find((row: { person: { name: string } }) => row.person.name === author).id;
}

async function reply(id: string): Promise<void> {
  const { threads, messages } = await page(id);
  const [thread] = threads;
  const way = thread?.ways[0];
  const body = {
    clientId: randomUUID(),
    threadId: thread?.id,
    accountId: way?.accountId,
    space: way?.space,
    text: 'Hello',
    fileIds: [],
  };
  const seenMessageId = messages.at(-1)?.id ?? null;
  expect((await as(ana).post(`/api/tickets/${id}/replies`, { ...body, seenMessageId })).status).toBe(200);
}

const week = [1, 2, 3, 4, 5].map((day) => ({ day, from: 540, to: 1080 }));
const days: object[] = [];
const calendar = { id: randomUUID(), name: 'Bureau', zone: 'Europe/Paris', week, days };
const policy = (change: Partial<SlaPolicy> = {}): SlaPolicy => ({
  id: randomUUID(),
  name: 'Ours',
  calendarId: null,
  when: always,
  targets: { first_reply: [60, 120, 120, 120], resolution: [1440, 1440, 1440, 1440] },
  ladder: defaultLadder,
  ...change,
});

const policies = async (): Promise<PoliciesView> => (await as(lead).get('/api/sla/policies')).body;
const version = async (): Promise<number> => (await policies()).version;

/** Saved, and followed by every open ticket. */
async function save(list: readonly SlaPolicy[]): Promise<void> {
  const saved = await as(lead).call('PUT', '/api/sla/policies', { version: await version(), policies: list });
  expect(saved).toMatchObject({ status: 200 });
  await eventually(policies, ({ recompute }) => {
    expect(recompute).toBeNull();
  });
}

describe('calendars', () => {
  it('are saved whole, by whoever has seen the newest version', async () => {
    const before = await as(ana).get('/api/sla/calendars');
    expect(before).toMatchObject({ status: 200, body: { calendars: [] } });
    const body = { version: before.body.version, calendars: [calendar] };
    const saved = await as(lead).call('PUT', '/api/sla/calendars', body);
    expect(saved).toMatchObject({ status: 200, body: { version: before.body.version + 1, calendars: [calendar] } });
    const stale = await as(lead).call('PUT', '/api/sla/calendars', body);
    expect(stale).toMatchObject({ status: 409, body: { code: 'sla.stale', details: { version: saved.body.version } } });
  });

  it.each([
    [{ zone: 'Europe/Nowhere' }, 'calendar.invalid', { why: 'zone' }],
    [{ week: [] }, 'calendar.invalid', { why: 'empty' }],
    [{ days: [{ date: '2026-02-30', name: '', ranges: [] }] }, 'calendar.invalid', { why: 'date' }],
    [{ week: [{ day: 9, from: 0, to: 60 }] }, 'validation', {}],
  ])('are refused with %j', async (change, code, details) => {
    const body = { version: await version(), calendars: [{ ...calendar, ...change }] };
    const refused = await as(lead).call('PUT', '/api/sla/calendars', body);
    expect(refused).toMatchObject({ status: code === 'validation' ? 400 : 422, body: { code, details } });
  });

  it('take holidays from a preset and from a file, and say what in a file they cannot follow', async () => {
    const path = `/api/sla/calendars/${calendar.id}/holidays`;
    const years = { fromYear: 2026, toYear: 2027 };
    const preset = await as(lead).post(path, { version: await version(), ...years, preset: 'fr-alsace-moselle' });
    expect(preset).toMatchObject({ status: 200 });
    expect(preset.body.calendars[0].days).toHaveLength(26);

    const ical =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\nSUMMARY:Réveillon\nEND:VEVENT\nEND:VCALENDAR';
    const file = await as(lead).post(path, { version: await version(), ...years, ical });
    expect(file.body.calendars[0].days).toContainEqual({ date: '2026-12-24', name: 'Réveillon', ranges: [] });
    const wrong = await as(lead).post(path, {
      version: await version(),
      ...years,
      ical: ical.replace('20261224', 'soon'),
    });
    expect(wrong).toMatchObject({
      status: 422,
      body: { code: 'ical.invalid', details: { line: 3, why: 'not-a-date' } },
    });
  });

  it('are shown by five deadlines, before they are saved too', async () => {
    const path = `/api/sla/calendars/${calendar.id}/preview`;
    const { body } = await as(ana).post(path, { minutes: 60 });
    expect(body).toHaveLength(5);
    const nights = {
      ...calendar,
      zone: 'UTC',
      days: [],
      week: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: 1320, to: 360 })),
    };
    const drafted = await as(ana).post(path, { minutes: 60, draft: nights });
    for (const { spans, dueAt } of drafted.body) {
      const counted = spans.reduce(
        (sum: number, span: { from: string; to: string }) => sum + Date.parse(span.to) - Date.parse(span.from),
        0,
      );
      expect(counted).toBe(3_600_000);
      const hour = new Date(Date.parse(dueAt) - 1).getUTCHours();
      expect(hour >= 22 || hour < 6).toBe(true);
    }
    expect((await as(ana).post(`/api/sla/calendars/${randomUUID()}/preview`, { minutes: 60 })).status).toBe(404);
  });

  it('stay while a policy names them', async () => {
    await save([policy({ name: 'By day', calendarId: calendar.id })]);
    const refused = await as(lead).call('PUT', '/api/sla/calendars', { version: await version(), calendars: [] });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'calendar.used', details: { calendar: 'Bureau', policy: 'By day' } },
    });
  });
});

describe('policies', () => {
  it('move the deadlines of open tickets and nothing else, as the dry run said they would', async () => {
    await save([policy()]);
    const [closed, open] = [await givenTicket(), await givenTicket()];
    await as(ana).post(`/api/tickets/${closed}/close`, { outcome: 'resolved' });
    const closedBefore = await clocksOf(closed);
    const first = ofReply(await clocksOf(open));

    const list = [
      policy({ name: 'Others', when: { ...always, networks: ['mastodon'] } }),
      policy({ name: 'Quick', targets: { first_reply: [5, 30, 30, 30] } }),
    ];
    const { body: trial } = await as(lead).post('/api/sla/policies/dry-run', { policies: list });
    const told = trial.tickets.find(({ ticketId }: { ticketId: string }) => ticketId === open);
    expect(told.clocks).toMatchObject([
      { kind: 'resolution', from: { policy: 'Ours', targetMinutes: 1440 }, to: null },
      {
        kind: 'first_reply',
        from: { targetMinutes: 120, dueAt: first?.dueAt },
        to: { policy: 'Quick', targetMinutes: 30 },
      },
    ]);
    expect(trial.tickets.map(({ ticketId }: { ticketId: string }) => ticketId)).not.toContain(closed);
    expect(await clocksOf(open)).toContainEqual(first);

    await save(list);
    const reply = ofReply(await clocksOf(open));
    expect(reply).toMatchObject({ policy: 'Quick', startedAt: first?.startedAt, dueAt: told.clocks[1].to.dueAt });
    expect(reply?.ledger.map(({ event }) => event)).toEqual(['started', 'recomputed']);
    expect(reply?.ledger[1]).toMatchObject({
      cause: 'promises-changed',
      facts: { from: first?.dueAt, due: reply?.dueAt },
    });
    expect((await page(open)).ticket.dueAt).toBe(reply?.dueAt);
    expect(await clocksOf(closed)).toEqual(closedBefore);
    expect((await as(lead).post('/api/sla/policies/dry-run', { policies: list })).body).toMatchObject({
      count: 0,
      tickets: [],
    });
  });

  it('bring another ladder to the clocks that run', async () => {
    const [own, id] = [policy(), await givenTicket()];
    const next = () =>
      relais.db.read((sql) =>
        sql.many(`select r.percent from sla_timer as r where r.ticket_id = $1 and r.kind = 'first_reply'`, [id]),
      );
    await save([own]);
    expect(await next()).toEqual([{ percent: 75 }]);
    await save([{ ...own, ladder: [{ percent: 50, act: 'owner' }] }]);
    expect(await next()).toEqual([{ percent: 50 }]);
  });

  it('are refused when they name what is not there, and when they come too late', async () => {
    const put = async (list: readonly object[], of = 0) =>
      as(lead).call('PUT', '/api/sla/policies', { version: (await version()) + of, policies: list });
    expect(await put([policy({ calendarId: randomUUID() })])).toMatchObject({
      status: 422,
      body: { details: { why: 'calendar' } },
    });
    expect(await put([policy({ targets: {} })])).toMatchObject({ status: 422, body: { code: 'policy.invalid' } });
    expect(await put([{ ...policy(), targets: { first_reply: [0, 1, 2, 3] } }])).toMatchObject({ status: 400 });
    expect(await put([])).toMatchObject({ status: 400 });
    expect(await put([policy()], -1)).toMatchObject({ status: 409, body: { code: 'sla.stale' } });
  });
});

describe('clocks', () => {
  beforeAll(() => save([policy()]));

  it('explain themselves: started, standing still while the customer is awaited, going on', async () => {
    const id = await givenTicket();
    await reply(id);
    const paused = await eventually(
      () => clocksOf(id),
      (clocks) => {
        expect(clocks.find(({ kind }) => kind === 'resolution')?.pausedFor).toBe('customer');
      },
    );
    const told = paused.toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
    expect(told.map(({ kind, state, policy: by, calendar: on }) => [kind, state, by, on])).toEqual([
      ['first_reply', 'met', 'Ours', '24/7'],
      ['resolution', 'running', 'Ours', '24/7'],
    ]);
    expect(told[1]?.ledger.map(({ event, facts }) => [event, facts['for'] ?? facts['minutes']])).toEqual([
      ['started', '1440'],
      ['paused', 'customer'],
    ]);
    const timers = await relais.db.read((sql) =>
      sql.many('select r.percent from sla_timer as r where r.ticket_id = $1', [id]),
    );
    expect(timers).toEqual([]);
  });

  it('warn, then mark the deadline itself as missed, whenever it is noticed', async () => {
    const id = await givenTicket(121);
    const late = await eventually(
      () => page(id),
      ({ clocks }) => {
        expect(ofReply(clocks)?.breachedAt).not.toBeNull();
      },
    );
    const clock = ofReply(late.clocks);
    expect(clock).toMatchObject({ state: 'running', breachedAt: clock?.dueAt });
    expect(clock?.ledger.map(({ event }) => event)).toEqual(['started', 'warned', 'breached']);
    expect(clock?.ledger[2]).toMatchObject({ at: clock?.dueAt, cause: 'timer', actor: null });
    expect(late.history).toContainEqual(
      expect.objectContaining({ code: 'breached', facts: { clock: 'first_reply', due: clock?.dueAt } }),
    );
  });

  it('take a ticket out of hands that let it lie, but not from somebody whose answer is on its way', async () => {
    const [lying, answered] = [await givenTicket(), await givenTicket()];
    for (const id of [lying, answered]) expect((await as(ana).post(`/api/tickets/${id}/take`)).status).toBe(200);
    await relais.db.everywhere(async (sql) => {
      await sql.run(`update account set state = 'needs-reauth'`);
    });
    await reply(answered);
    for (const id of [lying, answered]) await ageClocks(relais, id, { minutes: 181, held: true });
    const escalated = await eventually(
      () => page(lying),
      ({ ticket }) => {
        expect(ticket.owner?.name).not.toBe('Ana');
      },
    );
    expect(escalated.history).toContainEqual(
      expect.objectContaining({ code: 'escalated', facts: { clock: 'first_reply', from: 'Ana' } }),
    );
    const kept = await eventually(
      () => page(answered),
      ({ clocks }) => {
        expect(ofReply(clocks)?.ledger.map(({ event }) => event)).toContain('escalated');
      },
    );
    expect(kept.ticket.owner?.name).toBe('Ana');

    // Somebody else is there: it is theirs, and not Ana's again, who is there too.
    await relais.db.everywhere(async (sql) => {
      for (const person of [ana, ben]) {
        const row = [relais.running.workspaceId, person?.id, randomUUID()];
        await sql.run(
          'insert into presence (workspace_id, agent_id, socket_id, seen_at) values ($1, $2, $3, now())',
          row,
        );
      }
    });
    const given = await eventually(
      () => page(lying),
      ({ ticket }) => {
        expect(ticket.owner).not.toBeNull();
      },
    );
    expect(given.ticket.owner?.name).toBe('Ben');
  });

  it('take nothing from somebody who was given it when it was too late already', async () => {
    const id = await givenTicket();
    expect((await as(lead).post(`/api/tickets/${id}/assign`, { agentId: ana?.id })).status).toBe(200);
    await ageClocks(relais, id, { minutes: 181, held: false });
    await eventually(
      () => clocksOf(id),
      (clocks) => {
        expect(ofReply(clocks)?.ledger.map(({ event }) => event)).toContain('escalated');
      },
    );
    expect((await page(id)).ticket.owner?.name).toBe('Ana');
  });
});
