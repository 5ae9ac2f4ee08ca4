import type { Role } from '../../src/contract/index.js';
import { newId } from '../../src/platform/ids.js';
import { givenTicket } from '../support/given-ticket.js';
import { givenRelais, type Answer, type Api, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

const roles: readonly Role[] = ['adviser', 'community_manager', 'expert', 'team_lead', 'admin'];
const leads: readonly Role[] = ['community_manager', 'team_lead', 'admin'];
const admins: readonly Role[] = ['admin'];
const slaManagers: readonly Role[] = ['team_lead', 'admin'];
/** Who has tickets of the care lane in sight without owning them. */
const careSight: readonly Role[] = ['adviser', 'community_manager', 'team_lead', 'admin'];

interface Row {
  readonly who: readonly (Role | 'anybody')[];
  /** The route is about a ticket of the care lane: who may not see it is answered as if there were none. */
  readonly sees?: readonly Role[];
  readonly body?: object | ((me: string) => object);
  readonly query?: string;
}

const reply = {
  clientId: newId(),
  threadId: newId(),
  space: 'public',
  accountId: newId(),
  text: 'x',
  fileIds: [],
  seenMessageId: null,
};
const draft = { id: newId(), mode: 'public', base: 0, text: 'x', fileIds: [] };
const anyTicket = { networks: [], kinds: [], lanes: [], topics: [], priorities: [], vip: null, brands: [] };
const slaPolicy = {
  id: newId(),
  name: 'x',
  calendarId: null,
  when: anyTicket,
  targets: { first_reply: [15, 30, 60, 240] },
  ladder: [],
};
const question = { clientId: newId(), question: 'x', expertId: null, mode: 'advice', topic: null };
const expert = {
  ...{ topics: [], languages: ['fr'], zone: 'Europe/Paris', hours: [], weeklyQuota: 1, autonomy: 'reviewed' },
  ...{ signature: 'x', active: true },
};
const absence = { from: '2990-01-01T00:00:00Z', until: '2990-01-02T00:00:00Z', reason: 'leave', openWork: 'stays' };
const account = { network: 'telegram', app: {}, settings: {} };

/** Every route there is, and who may use it. One that is not here fails the test below. */
const matrix: Readonly<Record<string, Row>> = {
  'GET /healthz': { who: ['anybody'] },
  'GET /readyz': { who: ['anybody'] },
  'GET /metrics': { who: ['anybody'] },
  'GET /hooks/:network/:appKey': { who: ['anybody'] },
  'POST /hooks/:network/:appKey': { who: ['anybody'] },
  'GET /oauth/back': { who: ['anybody'] },
  'GET /api/openapi.json': { who: ['anybody'] },
  'GET /api/setup': { who: ['anybody'] },
  'POST /api/setup': { who: ['anybody'] },
  'GET /api/invitations/:token': { who: ['anybody'] },
  'POST /api/invitations/:token': { who: ['anybody'] },
  'POST /api/session': { who: ['anybody'] },
  'DELETE /api/session': { who: roles },
  'GET /api/sessions': { who: roles },
  'DELETE /api/sessions/:id': { who: roles },
  'GET /api/me': { who: roles },
  'PATCH /api/me': { who: roles, body: { locale: 'fr' } },
  'POST /api/me/password': { who: roles, body: { current: 'not it', next: 'another long one' } },
  'GET /api/queues': { who: roles },
  'GET /api/topics': { who: roles },
  'GET /api/tickets': { who: roles, query: '?view=all' },
  'GET /api/tickets/:id': { who: roles, sees: careSight },
  'GET /api/tickets/:id/messages': { who: roles, sees: careSight, query: `?before=${newId()}` },
  'POST /api/tickets/:id/take': { who: roles, sees: careSight },
  'POST /api/tickets/:id/release': { who: roles, sees: careSight },
  'POST /api/tickets/:id/assign': { who: leads, sees: careSight, body: (agentId) => ({ agentId }) },
  'POST /api/tickets/:id/transfer': { who: roles, sees: careSight, body: { lane: 'care', note: 'x' } },
  'POST /api/tickets/:id/close': { who: roles, sees: careSight, body: { outcome: 'resolved' } },
  'POST /api/tickets/:id/reopen': { who: roles, sees: careSight },
  'POST /api/tickets/:id/wait': { who: roles, sees: careSight, body: { for: 'internal' } },
  'POST /api/tickets/:id/snooze': { who: roles, sees: careSight, body: { until: '2999-01-01T00:00:00Z' } },
  'POST /api/tickets/:id/unsnooze': { who: roles, sees: careSight },
  'POST /api/tickets/:id/resume': { who: roles, sees: careSight },
  'POST /api/tickets/:id/classify': { who: roles, sees: careSight, body: { priority: 2 } },
  'POST /api/tickets/:id/merge': { who: roles, sees: careSight, body: { into: newId() } },
  'POST /api/tickets/:id/split': { who: roles, sees: careSight, body: { messageIds: [newId()] } },
  'POST /api/tickets/:id/undo-merge': { who: roles, sees: careSight },
  'POST /api/tickets/:id/undo-split': { who: roles, sees: careSight },
  'POST /api/tickets/bulk/preview': { who: roles, body: { act: 'take', ids: [newId()] } },
  'POST /api/tickets/bulk': { who: roles, body: { act: 'take', ids: [newId()], clientId: newId() } },
  'GET /api/bulk/:id': { who: roles },
  'POST /api/bulk/:id/undo': { who: roles },
  'GET /api/persons/:id': { who: roles },
  'PATCH /api/persons/:id': { who: careSight, body: { vip: true } },
  'POST /api/persons/:id/join': { who: careSight, body: { personId: newId() } },
  'POST /api/persons/:id/apart': { who: careSight, body: { personId: newId() } },
  'POST /api/person-joins/:id/undo': { who: roles },
  'POST /api/messages/:id/moderate': { who: leads, sees: careSight, body: { act: 'delete', reason: 'spam' } },
  'POST /api/moderations/:id/confirm': { who: roles },
  'POST /api/moderations/:id/decline': { who: roles },
  'GET /api/moderation': { who: roles },
  'PATCH /api/moderation': { who: admins, body: { fourEyes: false } },
  'POST /api/tickets/:id/notes': { who: roles, sees: careSight, body: { clientId: newId(), text: 'x' } },
  'POST /api/tickets/:id/replies': { who: roles, sees: careSight, body: reply },
  'PUT /api/tickets/:id/drafts': { who: roles, sees: careSight, body: draft },
  'POST /api/tickets/:id/pen': { who: roles, sees: careSight },
  'POST /api/tickets/:id/pen/ask': { who: roles, sees: careSight },
  'POST /api/tickets/:id/pen/refuse': { who: roles, sees: careSight },
  'DELETE /api/tickets/:id/pen': { who: roles, sees: careSight },
  // Of one's own: the tests of drafts tell whose they are.
  'GET /api/drafts': { who: roles },
  'DELETE /api/drafts/:id': { who: roles },
  'POST /api/drafts/:id/restore': { who: roles },
  'POST /api/drafts/:id/share': { who: roles, body: { shared: true } },
  'GET /api/drafts/:id/revisions': { who: roles },
  'POST /api/messages/:id/retry': { who: roles, sees: careSight },
  'POST /api/messages/:id/discard': { who: roles, sees: careSight },
  'POST /api/messages/:id/settle': { who: roles, sees: careSight, body: { as: 'sent' } },
  'GET /api/files/:id': { who: roles },
  'POST /api/files': { who: roles },
  'GET /api/agents': { who: roles },
  'POST /api/agents': {
    who: admins,
    body: { name: 'x', email: 'x@example.com', role: 'expert', languages: [], capacity: 1 },
  },
  'PATCH /api/agents/:id': { who: admins, body: { capacity: 1 } },
  'POST /api/agents/:id/invitation': { who: admins },
  'POST /api/agents/:id/sign-out': { who: admins },
  'GET /api/absences': { who: roles },
  'POST /api/absences': { who: slaManagers, body: { ...absence, agentId: newId() } },
  'PUT /api/absences/:id': { who: roles, body: absence },
  'DELETE /api/absences/:id': { who: roles },
  'GET /api/networks': { who: roles },
  'GET /api/accounts': { who: roles },
  'POST /api/accounts': { who: admins, body: account },
  'POST /api/accounts/check': { who: admins, body: account },
  'POST /api/accounts/oauth': { who: admins, body: { network: 'telegram', apiBase: 'https://x.example', app: {} } },
  'PATCH /api/accounts/:id': { who: admins, body: {} },
  'DELETE /api/accounts/:id': { who: admins },
  'POST /api/accounts/:id/check': { who: admins },
  'POST /api/accounts/:id/refetch': { who: admins, body: { from: '2026-01-01T00:00:00Z' } },
  'GET /api/sla/calendars': { who: roles },
  'PUT /api/sla/calendars': { who: slaManagers, body: { version: 0, calendars: [] } },
  'POST /api/sla/calendars/:id/preview': { who: roles, body: { minutes: 60 } },
  'POST /api/sla/calendars/:id/holidays': { who: slaManagers, body: { version: 0, fromYear: 2026, toYear: 2026 } },
  'GET /api/sla/policies': { who: roles },
  'PUT /api/sla/policies': { who: slaManagers, body: { version: 0, policies: [slaPolicy] } },
  'POST /api/sla/policies/dry-run': { who: slaManagers, body: { policies: [slaPolicy] } },
  'GET /api/routing/rules': { who: roles },
  'PUT /api/routing/rules': { who: slaManagers, body: { revision: 0, rules: [] } },
  'POST /api/routing/dry-run': { who: slaManagers, body: { rules: [] } },
  'GET /api/routing/topics': { who: roles },
  'PUT /api/routing/topics': { who: slaManagers, body: { revision: 0, topics: [] } },
  'POST /api/routing/topics/try': { who: roles, body: { text: 'x' } },
  'GET /api/routing/rules/revisions': { who: roles },
  'GET /api/routing/rules/revisions/:revision': { who: roles },
  'GET /api/routing/settings': { who: roles },
  'PUT /api/routing/settings': { who: slaManagers, body: { leftSeconds: 120 } },
  'GET /api/routing/picks': { who: slaManagers },
  'GET /api/teams': { who: roles },
  'PUT /api/teams': { who: slaManagers, body: { revision: 0, teams: [] } },
  'PUT /api/agents/:id/skills': { who: slaManagers, body: { skills: [] } },
  'POST /api/tickets/next': { who: roles },
  'GET /api/offers': { who: slaManagers, query: '?view=all' },
  'POST /api/offers/:id/accept': { who: roles },
  'POST /api/offers/:id/decline': { who: roles },
  'GET /api/experts': { who: roles },
  'PUT /api/experts/:id': { who: leads, body: expert },
  'GET /api/embargoes': { who: roles },
  'PUT /api/embargoes': { who: ['community_manager', 'admin'], body: { embargoes: [] } },
  'GET /api/approvals': { who: roles, query: '?view=mine' },
  'GET /api/tickets/:id/needed-approval': { who: roles, sees: careSight, query: '?network=pigeon&space=public' },
  // Of a reply that is not there: who approves one is told by the tests of approvals.
  'POST /api/approvals/:id/approve': { who: roles, body: { version: 1 } },
  'POST /api/approvals/:id/decline': { who: roles, body: { version: 1, as: 'return', advice: 'x' } },
  'POST /api/approvals/:id/confirm': { who: roles, body: { version: 1 } },
  'POST /api/approvals/:id/rework': { who: roles, body: { version: 1, text: 'x' } },
  'POST /api/approvals/:id/take-back': { who: roles, body: { version: 1 } },
  'GET /api/approval-rules': { who: roles },
  'PUT /api/approval-rules': { who: slaManagers, body: { revision: 0, rules: [] } },
  'POST /api/approval-rules/dry-run': { who: slaManagers, body: { rules: [] } },
  'GET /api/asks': { who: roles, query: '?view=mine' },
  'GET /api/tickets/:id/expert-suggestions': { who: roles, sees: careSight },
  'POST /api/tickets/:id/asks': { who: roles, sees: careSight, body: question },
  // Of a question that is not there: who asks, coaches or answers one is told by the tests of experts.
  'POST /api/asks/:id/again': { who: roles, body: { expertId: null } },
  'POST /api/asks/:id/withdraw': { who: roles },
  'POST /api/asks/:id/review': { who: roles, body: { as: 'approve' } },
  'POST /api/asks/:id/link': { who: roles },
  'DELETE /api/asks/:id/link': { who: roles },
  'POST /api/ask-links/:token': { who: ['anybody'] },
  'GET /api/ask-pages/:id': { who: roles },
  'POST /api/ask-pages/:id/word': { who: roles, body: { as: 'accept' } },
  'PUT /api/ask-pages/:id/draft': { who: roles, body: { text: 'x', revision: 0 } },
  'POST /api/ask-pages/:id/submit': { who: roles, body: { text: 'x', revision: 0 } },
  'GET /api/deliveries': { who: admins, query: '?state=dead' },
  'POST /api/deliveries/replay': { who: admins, body: { state: 'dead' } },
  'POST /api/deliveries/:id/replay': { who: admins },
};

let relais: TestRelais;
const people = new Map<Role, Person>();
beforeAll(async () => {
  relais = await givenRelais({ settings: { role: 'api' } });
  for (const role of roles) people.set(role, await relais.agent(role));
});
afterAll(() => relais.stop());

/** As the running router has them. */
function routes(): string[] {
  const { router } = relais.running.app.getHttpAdapter().getInstance();
  const found = router.stack.flatMap(({ route }) =>
    (route?.stack ?? []).map(({ method }) => `${method.toUpperCase()} ${route?.path}`),
  );
  return [...new Set(found)];
}

async function ask(api: Api, route: string, me = newId()): Promise<Answer> {
  const [method = '', path = ''] = route.split(' ');
  const row = matrix[route] ?? { who: roles };
  const id = await idFor(route, row);
  const filled = path
    .replace(':id', id)

    .replace(/:(token|network|appKey)/g, 'x')
    .replace(':revision', '1');
  return api.call(method, filled + (row.query ?? ''), bodyFor(method, row, me));
}

function bodyFor(method: string, { body = {} }: Row, me: string): unknown {
  if (method === 'GET' || method === 'DELETE') return undefined;
  return typeof body === 'function' ? body(me) : body;
}

/** For routes about a ticket, one of the care lane that nobody owns; else an id of nothing. */
async function idFor(route: string, row: Row): Promise<string> {
  if (row.sees === undefined) return route.includes('/deliveries/') ? '1' : newId();
  const { ticketId, failedId } = await givenTicket(relais, 'care');
  return route.includes('/messages/:id') ? failedId : ticketId;
}

it('knows who may use every route there is', () => {
  expect(routes().sort()).toEqual(Object.keys(matrix).sort());
});

it('lets nobody in without a session but where that is meant', async () => {
  for (const [route, { who }] of Object.entries(matrix)) {
    const { status, body } = await ask(relais.anybody, route);
    const isShut = status === 401 && body.code === 'session.none';
    expect([route, isShut]).toEqual([route, !who.includes('anybody')]);
  }
});

describe.each(roles)('as %s', (role) => {
  it.each(Object.entries(matrix).filter(([, { who }]) => !who.includes('anybody')))('%s', async (route, row) => {
    // A session of its own: one of the routes ends it.
    const person = route === 'DELETE /api/session' ? await relais.agent(role) : people.get(role);
    expectAnswer(role, row, await ask(relais.as(person ?? { token: '' }), route, person?.id));
  });
});

function expectAnswer(role: Role, row: Row, { status, body }: Answer): void {
  const sees = row.sees?.includes(role) ?? true;
  if (!sees) {
    // What stands in the way first is told: the role, or that there is no such ticket for them.
    expect(['not-found', ...(row.who.includes(role) ? [] : ['not-allowed'])]).toContain(body.code);
  } else if (!row.who.includes(role)) {
    expect([status, body.code]).toEqual([403, 'not-allowed']);
  } else {
    expect([401, 403, 500]).not.toContain(status);
    // What the body names may be missing; the ticket itself is not.
    if (row.sees !== undefined) expect(['ticket', 'message', 'id']).not.toContain(body.details?.what);
  }
}

it('shows each role the tickets of its own lanes, in lists and counters alike', async () => {
  const { ticketId: care } = await givenTicket(relais, 'care');
  const { ticketId: expert } = await givenTicket(relais, 'expert');
  const listed = async (role: Role) => {
    const { body } = await relais.as(people.get(role) ?? { token: '' }).get('/api/tickets?view=all&limit=200');
    return body.rows.map(({ id }: { id: string }) => id);
  };
  expect(await listed('adviser')).toContain(care);
  expect(await listed('adviser')).not.toContain(expert);
  expect(await listed('expert')).toContain(expert);
  expect(await listed('expert')).not.toContain(care);
  expect(await listed('team_lead')).toEqual(expect.arrayContaining([care, expert]));
  for (const role of roles) {
    const { body } = await relais.as(people.get(role) ?? { token: '' }).get('/api/queues');
    expect([role, body.all]).toEqual([role, (await listed(role)).length]);
  }
});

it('answers with nothing of another workspace', async () => {
  const { db } = relais;
  const foreign = await db.everywhere((sql) =>
    sql.one<{ id: number }>(`insert into workspace (name, epoch) values ('Other', 'other') returning id`),
  );
  const { ticketId: ticket } = await givenTicket(relais, 'care', foreign.id);
  const admin = relais.as(people.get('admin') ?? { token: '' });
  expect((await admin.get(`/api/tickets/${ticket}`)).status).toBe(404);
  expect((await admin.post(`/api/tickets/${ticket}/take`)).status).toBe(404);
  const { body } = await admin.get('/api/tickets?view=all&limit=200');
  expect(body.rows.map(({ id }: { id: string }) => id)).not.toContain(ticket);
});
