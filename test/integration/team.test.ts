import { givenTicket } from '../support/given-ticket.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

let relais: TestRelais;
let admin: Person;
beforeEach(async () => {
  relais = await givenRelais();
  admin = await relais.agent('admin', { name: 'Chief' });
});
afterEach(() => relais.stop());

const newcomer = { name: 'Ben', email: 'ben@example.com', role: 'adviser', languages: ['fr', 'en'], capacity: 6 };
const tokenOf = (url: string): string => url.split('#')[1] ?? '';

async function feed(): Promise<string[]> {
  const rows = await relais.db.read((sql) =>
    sql.many<{ type: string }>(`select f.body->>'type' as type from feed as f`),
  );
  return rows.map(({ type }) => type);
}

it('invites somebody, who comes in by the link and chooses a password', async () => {
  const { status, body } = await relais.as(admin).post('/api/agents', newcomer);
  expect(status).toBe(200);
  expect(body.agent).toEqual({
    ...newcomer,
    id: expect.any(String),
    absence: null,
    inTraining: false,
    onCallId: null,
    reach: { networks: [], accounts: [], brands: [] },
    availability: 'offline',
    connected: false,
    openTickets: 0,
    disabled: false,
    skills: {},
    shiftId: null,
  });
  expect(await feed()).toContain('team.changed');

  const path = `/api/invitations/${tokenOf(body.invitationUrl)}`;
  expect((await relais.anybody.get(path)).body).toEqual({ name: 'Ben', email: 'ben@example.com', role: 'adviser' });
  const joined = await relais.anybody.post(path, { password: 'ben has a long one', locale: 'en' });
  expect(joined).toMatchObject({ status: 200, body: { agent: { name: 'Ben', role: 'adviser', locale: 'en' } } });
  const signIn = { email: 'ben@example.com', password: 'ben has a long one' };
  expect((await relais.anybody.post('/api/session', signIn)).status).toBe(200);

  expect(await relais.anybody.get(path)).toMatchObject({ status: 410, body: { code: 'link.invalid' } });
  expect((await relais.anybody.post(path, { password: 'another long one', locale: 'en' })).status).toBe(410);
});

it('makes a new link that ends the first, and the sessions of who forgot the password', async () => {
  const first = (await relais.as(admin).post('/api/agents', newcomer)).body;
  const ben = await relais.agent('adviser');
  const again = (await relais.as(admin).post(`/api/agents/${ben.id}/invitation`)).body;
  const second = (await relais.as(admin).post(`/api/agents/${first.agent.id}/invitation`)).body;
  expect((await relais.anybody.get(`/api/invitations/${tokenOf(first.invitationUrl)}`)).status).toBe(410);
  expect((await relais.anybody.get(`/api/invitations/${tokenOf(second.invitationUrl)}`)).status).toBe(200);

  const path = `/api/invitations/${tokenOf(again.invitationUrl)}`;
  expect((await relais.anybody.post(path, { password: 'quite another one', locale: 'fr' })).status).toBe(200);
  expect((await relais.as(ben).get('/api/me')).status).toBe(401);
});

it('refuses a second person with the same address', async () => {
  await relais.as(admin).post('/api/agents', newcomer);
  const second = await relais.as(admin).post('/api/agents', { ...newcomer, email: 'BEN@example.com' });
  expect(second).toMatchObject({ status: 409, body: { code: 'agent.exists' } });
});

it('gives a new role its rights with the next request', async () => {
  const ben = await relais.agent('adviser');
  expect((await relais.as(ben).get('/api/deliveries?state=dead')).status).toBe(403);
  const changed = await relais.as(admin).patch(`/api/agents/${ben.id}`, { role: 'admin', capacity: 3, languages: [] });
  expect(changed).toMatchObject({ status: 200, body: { role: 'admin', capacity: 3, languages: [] } });
  expect((await relais.as(ben).get('/api/deliveries?state=dead')).status).toBe(200);
});

it('signs a disabled person out everywhere, and lets them in again when enabled', async () => {
  const { agent, invitationUrl } = (await relais.as(admin).post('/api/agents', newcomer)).body;
  const credentials = { email: newcomer.email, password: 'ben has a long one' };
  const path = `/api/invitations/${tokenOf(invitationUrl)}`;
  const joined = await relais.anybody.post(path, { password: credentials.password, locale: 'fr' });
  const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect((await relais.as(admin).patch(`/api/agents/${agent.id}`, { disabled: true })).body.disabled).toBe(true);
  expect((await relais.anybody.with({ cookie }).get('/api/me')).status).toBe(401);
  expect(await relais.anybody.post('/api/session', credentials)).toMatchObject({ status: 401 });
  await relais.as(admin).patch(`/api/agents/${agent.id}`, { disabled: false });
  expect((await relais.anybody.with({ cookie }).get('/api/me')).status).toBe(401);
  expect((await relais.anybody.post('/api/session', credentials)).status).toBe(200);
});

it('puts what a disabled person had in hand back into the queue', async () => {
  const ben = await relais.agent('adviser');
  const { ticketId } = await givenTicket(relais, 'care');
  expect((await relais.as(ben).post(`/api/tickets/${ticketId}/take`)).body.owner.id).toBe(ben.id);
  const disabled = await relais.as(admin).patch(`/api/agents/${ben.id}`, { disabled: true });
  expect(disabled.body).toMatchObject({ disabled: true, openTickets: 0 });
  const { ticket, history } = (await relais.as(admin).get(`/api/tickets/${ticketId}`)).body;
  expect(ticket.owner).toBeNull();
  expect(history.at(-1)).toMatchObject({ code: 'released', actor: { id: admin.id } });
});

it('never leaves the workspace without an administrator who can come in', async () => {
  const last = { status: 409, body: { code: 'agent.last-admin' } };
  expect(await relais.as(admin).patch(`/api/agents/${admin.id}`, { role: 'adviser' })).toMatchObject(last);
  expect(await relais.as(admin).patch(`/api/agents/${admin.id}`, { disabled: true })).toMatchObject(last);
  // Somebody who was only invited has no password, and cannot repair anything.
  await relais.as(admin).post('/api/agents', { ...newcomer, role: 'admin' });
  expect(await relais.as(admin).patch(`/api/agents/${admin.id}`, { role: 'adviser' })).toMatchObject(last);
  const other = await relais.agent('admin');
  const both = await Promise.all([
    relais.as(admin).patch(`/api/agents/${other.id}`, { role: 'adviser' }),
    relais.as(other).patch(`/api/agents/${admin.id}`, { role: 'adviser' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('ends all sessions of a person at once', async () => {
  const ben = await relais.agent('adviser');
  expect((await relais.as(admin).post(`/api/agents/${ben.id}/sign-out`)).status).toBe(204);
  expect((await relais.as(ben).get('/api/me')).status).toBe(401);
});

it.each([
  { ...newcomer, role: 'king' },
  { ...newcomer, email: 'no address' },
  { ...newcomer, id: '018f' },
  { ...newcomer, capacity: -1 },
  { ...newcomer, languages: ['<script>'] },
  { ...newcomer, name: '' },
])('refuses %j', async (body) => {
  const answer = await relais.as(admin).post('/api/agents', body);
  expect(answer).toMatchObject({ status: 400, body: { code: 'validation' } });
  expect(Object.keys(answer.body.details.fields)).toHaveLength(1);
});
