import { randomUUID } from 'node:crypto';
import type { AskPage, AskView, Conversation } from '../../src/contract/index.js';
import { Clock } from '../../src/platform/clock.js';
import { ChaseAsks } from '../../src/actions/expert/chase-asks.js';
import { eventually } from '../support/eventually.js';
import { givenDesk, type Desk } from '../support/mastodon-desk.js';
import { Api, type Answer, type Person } from '../support/relais.js';

jest.setTimeout(60_000);

const topic = 'network_technology';
const signature = 'Sofia, network engineer';
let desk: Desk;
let [ana, sofia, marc, cm]: Person[] = [];

beforeAll(async () => {
  desk = await givenDesk();
  ana = await desk.relais.agent('adviser', { name: 'Ana' });
  sofia = await desk.relais.agent('expert', { name: 'Sofia' });
  marc = await desk.relais.agent('expert', { name: 'Marc' });
  cm = await desk.relais.agent('community_manager', { name: 'Chloé' });
});
afterAll(() => desk.stop());

beforeEach(async () => {
  await register(sofia, { topics: [{ topic, level: 3 }] });
  await register(marc, { topics: [{ topic, level: 1 }], signature: 'Marc, devices' });
  await keepEmbargoes();
});

const as = (person: Person | undefined): Api => desk.relais.as(person ?? { token: '' });
const pageOf = (person: Person | undefined) => `/api/experts/${person?.id ?? ''}`;
const put = (person: Person | undefined, path: string, body: unknown) => as(person).call('PUT', path, body);

function profile(change: object = {}) {
  return {
    ...{ topics: [], languages: ['fr', 'en'], zone: 'Europe/Paris', hours: [], weeklyQuota: 50 },
    ...{ autonomy: 'reviewed', signature, active: true, ...change },
  };
}
async function register(person: Person | undefined, change: object): Promise<void> {
  const answer = await put(cm, pageOf(person), profile(change));
  expect(answer).toMatchObject({ status: 200 });
}
const keepEmbargoes = (...embargoes: object[]) =>
  put(cm, '/api/embargoes', { embargoes: embargoes.map((one) => ({ id: randomUUID(), topic, ...one })) });

let asked = 0;
async function customerAsks(text: string, visibility?: 'direct') {
  asked += 1;
  const post = desk.server.customerPosts({
    handle: `lea${asked}@remote.example`,
    text: `@northline ${text} (${asked})`,
    ...(visibility && { visibility }),
  });
  const page = await desk.ticketSaying(`${text} (${asked})`);
  // Questions of advisers are about their own tickets.
  expect(await as(desk.admin).post(`/api/tickets/${page.ticket.id}/assign`, { agentId: ana?.id })).toMatchObject({
    status: 200,
  });
  return { post, page };
}

function question(change: object = {}) {
  return {
    clientId: randomUUID(),
    question: 'Does it work in Lyon?',
    expertId: null,
    mode: 'public',
    topic,
    ...change,
  };
}
async function ask(page: Conversation, change: object = {}): Promise<AskView> {
  const answer = await as(ana).post(`/api/tickets/${page.ticket.id}/asks`, question(change));
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

/** The expert's telephone, after it has opened the link. */
async function phoneOf(askId: string): Promise<Phone> {
  const { status, body } = await as(cm).post(`/api/asks/${askId}/link`);
  expect(status).toBe(200);
  const token = new URL(body.url).hash.slice(1);
  const opened = await desk.relais.anybody.post(`/api/ask-links/${token}`);
  expect(opened).toMatchObject({ status: 200, body: { askId } });
  return new Phone(askId, cookieOf(opened), token);
}

function cookieOf({ headers }: Answer): Api {
  const [cookie = ''] = (headers.get('set-cookie') ?? '').split(';');
  return desk.relais.anybody.with({ cookie });
}

class Phone {
  constructor(
    readonly askId: string,
    readonly api: Api,
    readonly token: string,
  ) {}
  async page(): Promise<AskPage> {
    return (await this.api.get(`/api/ask-pages/${this.askId}`)).body;
  }
  word(as: string, more: object = {}): Promise<Answer> {
    return this.api.post(`/api/ask-pages/${this.askId}/word`, { as, ...more });
  }
  async submit(text: string, more: object = {}): Promise<Answer> {
    const { ask: shown, messages } = await this.page();
    const seen = { seenMessageId: messages.at(-1)?.id ?? null, revision: shown.draftRevision };
    return this.api.post(`/api/ask-pages/${this.askId}/submit`, { text, consent: true, ...seen, ...more });
  }
}

const askNow = async (page: Conversation, id: string): Promise<AskView | undefined> =>
  (await desk.page(page.ticket.id)).asks.find((one) => one.id === id);
const askOnce = (page: Conversation, id: string, state: string) =>
  eventually(
    () => askNow(page, id),
    (found) => {
      expect(found?.state).toBe(state);
    },
  );

it('brings an expert’s own answer, read by a coach, to the customer once and with their name under it', async () => {
  const { post, page } = await customerAsks('is 5G there yet');
  const body = question();
  const first = await as(ana).post(`/api/tickets/${page.ticket.id}/asks`, body);
  const again = await as(ana).post(`/api/tickets/${page.ticket.id}/asks`, body);
  expect(first.body).toMatchObject({ state: 'asked', expert: { name: 'Sofia' }, signature });
  expect(again.body.id).toBe(first.body.id);
  const { ticket } = await desk.page(page.ticket.id);
  expect(ticket).toMatchObject({ state: 'new', dueKind: 'first_reply', dueAt: page.ticket.dueAt });

  const phone = await phoneOf(first.body.id);
  expect(await phone.page()).toMatchObject({
    audience: 'public',
    network: 'mastodon',
    messages: [{ from: 'customer' }],
  });
  expect((await phone.word('accept')).status).toBe(204);
  const draft = { text: 'It is, in', revision: 0 };
  expect((await phone.api.call('PUT', `/api/ask-pages/${phone.askId}/draft`, draft)).status).toBe(204);
  expect((await phone.api.call('PUT', `/api/ask-pages/${phone.askId}/draft`, draft)).body.code).toBe('ask.stale-draft');
  expect((await phone.submit('It is, in every street.', { consent: false })).body.code).toBe('ask.consent');
  expect((await phone.submit('It is, in every street.')).status).toBe(204);

  const board = await as(cm).get('/api/asks?view=to-review');
  expect(board.body.asks).toMatchObject([{ id: phone.askId, draft: 'It is, in every street.' }]);
  const sent = await as(cm).post(`/api/asks/${phone.askId}/review`, {
    ...{ as: 'approve', text: 'It is, in nearly every street.', seenMessageId: page.messages.at(-1)?.id },
  });
  expect(sent).toMatchObject({ status: 200, body: { answer: 'It is, in nearly every street.' } });
  expect(sent.body.draft).toBe('It is, in every street.');
  await askOnce(page, phone.askId, 'published');
  expect(desk.answersTo(post.id)).toEqual([expect.stringContaining(`nearly every street.\n\n— ${signature}`)]);

  const after = await desk.page(page.ticket.id);
  expect(after.messages.at(-1)).toMatchObject({ author: { name: 'Sofia' }, expertId: sofia?.id, state: 'sent' });
  expect(after.ticket).toMatchObject({ state: 'waiting_customer', owner: { name: 'Ana' } });
  expect(after.history.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['expert-asked', 'expert-accepted', 'expert-submitted', 'expert-answered']),
  );
  expect((await as(cm).post(`/api/asks/${phone.askId}/review`, { as: 'approve', anyway: true })).status).toBe(409);
});

it('lets nothing go that must not be said yet, and says which rule it broke', async () => {
  const { page } = await customerAsks('when does the new box come');
  await keepEmbargoes({ word: 'Wi-Fi 8', reason: 'announced in June' });
  const phone = await phoneOf((await ask(page)).id);
  expect((await phone.page()).avoid).toEqual([{ word: 'Wi-Fi 8', reason: 'announced in June' }]);
  await phone.word('accept');
  const refused = await phone.submit('With WIFI 8? No: wi fi 8 it is.');
  expect(refused).toMatchObject({ status: 422, body: { code: 'ask.embargo' } });
  expect(refused.body.details).toEqual({ word: 'Wi-Fi 8', reason: 'announced in June' });
  expect((await phone.submit('Soon.')).status).toBe(204);
  const approve = { as: 'approve', text: 'Soon, with Wi-Fi 8.', anyway: true };
  expect((await as(cm).post(`/api/asks/${phone.askId}/review`, approve)).body.code).toBe('ask.embargo');
});

it('goes straight to the customer where the expert is trusted, and to a coach where the matter is sensitive', async () => {
  await register(sofia, { topics: [{ topic, level: 3 }], autonomy: 'reviewed-if-sensitive' });
  const { post, page } = await customerAsks('what is a splitter');
  const phone = await phoneOf((await ask(page)).id);
  await phone.word('accept');
  expect((await phone.submit('It shares the light.')).status).toBe(204);
  await askOnce(page, phone.askId, 'published');
  expect(desk.answersTo(post.id)).toHaveLength(1);

  await keepEmbargoes({ word: 'Wi-Fi 8', reason: 'announced in June' });
  const other = await customerAsks('which router do you use');
  const next = await phoneOf((await ask(other.page)).id);
  await next.word('accept');
  await next.submit('The white one.');
  expect((await askNow(other.page, next.askId))?.state).toBe('in_review');
});

it('comes back with advice, and goes to the coach again whatever the expert may do', async () => {
  const { page } = await customerAsks('why is fibre slow at night');
  const phone = await phoneOf((await ask(page)).id);
  await phone.word('accept');
  await phone.submit('Too many people.');
  expect((await as(ana).post(`/api/asks/${phone.askId}/review`, { as: 'return', advice: 'x' })).status).toBe(403);
  expect((await as(cm).post(`/api/asks/${phone.askId}/review`, { as: 'return', advice: ' ' })).status).toBe(422);
  const back = await as(cm).post(`/api/asks/${phone.askId}/review`, { as: 'return', advice: 'Be kinder.' });
  expect(back.body).toMatchObject({ state: 'returned', advice: 'Be kinder.', reviewer: { name: 'Chloé' } });
  await register(sofia, { topics: [{ topic, level: 3 }], autonomy: 'direct' });
  expect((await phone.submit('At night everybody is at home.')).status).toBe(204);
  expect((await askNow(page, phone.askId))?.state).toBe('in_review');
});

it('asks to read first when the customer wrote again meanwhile', async () => {
  const { post, page } = await customerAsks('can I keep my number');
  const phone = await phoneOf((await ask(page)).id);
  await phone.word('accept');
  const { messages } = await phone.page();
  const handle = `lea${asked}@remote.example`;
  desk.server.customerPosts({ handle, text: '@northline found it, thank you anyway', inReplyTo: post.id });
  await desk.pageOnce(page.ticket.id, (now) => {
    expect(now.messages).toHaveLength(2);
  });
  const stale = await phone.submit('Yes.', { seenMessageId: messages.at(-1)?.id });
  expect(stale).toMatchObject({ status: 409, body: { code: 'ticket.stale', details: { newer: 1 } } });
  expect((await phone.submit('Yes.')).status).toBe(204);
});

it('comes back to the coach when the network refused it and somebody took it back', async () => {
  const { post, page } = await customerAsks('how thick is a fibre');
  const phone = await phoneOf((await ask(page)).id);
  await phone.word('accept');
  await phone.submit('As a hair.');
  desk.server.fail({ method: 'POST', path: '/api/v1/statuses', status: 422, body: { error: 'No' } });
  const approve = { as: 'approve', anyway: true };
  const approved = await as(cm).post(`/api/asks/${phone.askId}/review`, approve);
  await desk.messageOnce(page.ticket.id, approved.body.messageId, ({ state }) => {
    expect(state).toBe('failed');
  });
  expect((await askNow(page, phone.askId))?.state).toBe('approved');
  await as(cm).post(`/api/messages/${approved.body.messageId}/discard`);
  expect(await askNow(page, phone.askId)).toMatchObject({ state: 'in_review', messageId: null, answer: null });
  await as(cm).post(`/api/asks/${phone.askId}/review`, approve);
  await askOnce(page, phone.askId, 'published');
  expect(desk.answersTo(post.id)).toHaveLength(1);
});

it('advises the colleague who asked, and says nothing to the customer', async () => {
  const { post, page } = await customerAsks('my box blinks red');
  const phone = await phoneOf((await ask(page, { mode: 'advice' })).id);
  await phone.word('accept');
  expect((await phone.submit('Let them hold the button for ten seconds.')).status).toBe(204);
  const now = await desk.page(page.ticket.id);
  expect(now.notes).toMatchObject([{ author: { name: 'Sofia' }, text: 'Let them hold the button for ten seconds.' }]);
  expect(now.asks).toMatchObject([{ state: 'advised' }]);
  expect(desk.answersTo(post.id)).toEqual([]);
});

it('gives the ticket to the expert who takes it over', async () => {
  const { page } = await customerAsks('everything is broken');
  const found = await ask(page, { mode: 'takeover' });
  expect((await as(sofia).get(`/api/tickets/${page.ticket.id}`)).status).toBe(404);
  expect((await as(sofia).post(`/api/ask-pages/${found.id}/word`, { as: 'accept' })).status).toBe(204);
  expect((await as(sofia).get(`/api/tickets/${page.ticket.id}`)).body).toMatchObject({
    ticket: { lane: 'expert', owner: { name: 'Sofia' } },
    asks: [{ state: 'taken' }],
  });
});

it('never lets out to an expert who the customer is', async () => {
  const secrets = ['06 12 34 56 78', 'lea.m@mail.example', 'FR76 3000 6000 0112 3456 7890 189', '48213077'];
  const { page } = await customerAsks(`call ${secrets.join(', ')} please`, 'direct');
  const found = await ask(page, { question: `Customer 48213077 asks, ${secrets[0]}` });
  const phone = await phoneOf(found.id);
  const answers = [
    await phone.api.get(`/api/ask-pages/${found.id}`),
    await as(sofia).get(`/api/ask-pages/${found.id}`),
    await as(sofia).get('/api/asks?view=mine'),
  ];
  for (const { status, body } of answers) {
    expect(status).toBe(200);
    for (const secret of secrets) expect(JSON.stringify(body)).not.toContain(secret);
    expect(JSON.stringify(body)).toContain('●●●');
  }
  expect(await phone.page()).toMatchObject({ audience: 'private', customer: null });
  const lifted = await ask(page, { question: 'Call 48213077', unmasked: true });
  const shown = await as(sofia).get(`/api/ask-pages/${lifted.id}`);
  expect(JSON.stringify(shown.body)).toContain('06 12 34 56 78');
});

describe('a link', () => {
  it('opens once, for one question only, and for nothing else', async () => {
    const { page } = await customerAsks('which cable do I need');
    const mine = await ask(page);
    const other = await ask(page, { expertId: marc?.id });
    const phone = await phoneOf(mine.id);
    expect(await desk.relais.anybody.post(`/api/ask-links/${phone.token}`)).toMatchObject({
      body: { code: 'link.invalid' },
    });
    expect((await phone.api.get(`/api/ask-pages/${other.id}`)).status).toBe(401);
    for (const path of [`/api/tickets/${page.ticket.id}`, '/api/asks?view=mine', '/api/me', '/api/experts']) {
      expect((await phone.api.get(path)).status).toBe(401);
    }
    expect((await as(marc).get(`/api/ask-pages/${mine.id}`)).status).toBe(404);
    expect((await as(ana).post(`/api/asks/${mine.id}/link`)).status).toBe(403);
    const stored = await desk.relais.db.read((sql) => sql.many<object>('select * from ask_link'));
    expect(JSON.stringify(stored)).not.toContain(phone.token);
  });

  it('is of no more use once it is revoked, replaced, or the question is somebody else’s', async () => {
    const { page } = await customerAsks('where is the socket');
    const { id } = await ask(page);
    const first = await phoneOf(id);
    const second = await phoneOf(id);
    expect((await first.api.get(`/api/ask-pages/${id}`)).status).toBe(401);
    expect((await as(cm).delete(`/api/asks/${id}/link`)).status).toBe(204);
    expect((await second.api.get(`/api/ask-pages/${id}`)).status).toBe(401);
    const third = await phoneOf(id);
    expect((await third.word('not-me', { expertId: marc?.id })).status).toBe(204);
    expect((await third.api.get(`/api/ask-pages/${id}`)).status).toBe(401);
    expect(await askNow(page, id)).toMatchObject({ state: 'asked', expert: { name: 'Marc' } });
    expect((await as(marc).get(`/api/ask-pages/${id}`)).status).toBe(200);
  });
});

it('warns, then gives a question that nobody answered back to whoever asked, with words for the customer', async () => {
  const { page } = await customerAsks('is there an outage in Brest');
  const { id, dueAt, at } = await ask(page);
  const chase = (share: number) => chaseAt(new Date(Date.parse(at) + (Date.parse(dueAt) - Date.parse(at)) * share));
  await chase(0.74);
  expect(await askNow(page, id)).toMatchObject({ state: 'asked', warned: false });
  await chase(0.76);
  await chase(0.77);
  expect(await askNow(page, id)).toMatchObject({ state: 'asked', warned: true });
  const phone = await phoneOf(id);
  const beyond = new Date(Date.parse(dueAt) + 1000).toISOString();
  expect((await phone.word('later', { until: beyond })).body.code).toBe('ask.later');
  await chase(1);
  await chase(1.1);
  const now = await desk.page(page.ticket.id);
  expect(now.asks).toMatchObject([{ state: 'expired', holdingReply: expect.stringContaining('precise answer') }]);
  const codes = now.history.map(({ code }) => code);
  expect(codes.filter((code) => code === 'expert-warned')).toHaveLength(1);
  expect(codes.filter((code) => code === 'expert-expired')).toHaveLength(1);
  expect(now.ticket).toMatchObject({ dueKind: 'first_reply', owner: { name: 'Ana' } });
  expect((await phone.api.get(`/api/ask-pages/${id}`)).status).toBe(401);

  const again = await as(ana).post(`/api/asks/${id}/again`, { expertId: marc?.id });
  expect(again.body).toMatchObject({ state: 'asked', expert: { name: 'Marc' }, warned: false });
  expect((await as(ana).post(`/api/asks/${id}/withdraw`)).body.state).toBe('withdrawn');
});

it('gives the expert the time that the policy promises, or that whoever asks wants', async () => {
  const { version, policies } = (await as(desk.admin).get('/api/sla/policies')).body;
  const [usual] = policies;
  const save = (list: object[], seen: number) =>
    put(desk.admin, '/api/sla/policies', { version: seen, policies: list });
  const saved = await save([{ ...usual, targets: { ...usual.targets, expert: [30, 30, 30, 30] } }], version);
  expect(saved.status).toBe(200);
  const { page } = await customerAsks('does it work on the moon');
  const minutes = ({ at, dueAt }: AskView) => (Date.parse(dueAt) - Date.parse(at)) / 60_000;
  expect(minutes(await ask(page))).toBe(30);
  const wanted = new Date(Date.now() + 3 * 3_600_000).toISOString();
  expect((await ask(page, { dueAt: wanted })).dueAt).toBe(wanted);
  const past = question({ dueAt: new Date(0).toISOString() });
  expect((await as(ana).post(`/api/tickets/${page.ticket.id}/asks`, past)).body.code).toBe('snooze.past');
  expect((await save(policies, saved.body.version)).status).toBe(200);
});

/** The loop, as it would run then. */
async function chaseAt(now: Date): Promise<void> {
  class ThatInstant extends Clock {
    now(): Date {
      return now;
    }
  }
  await new ChaseAsks(desk.relais.db, new ThatInstant()).run();
}

it('suggests who knows most and has room, and says why', async () => {
  const { page } = await customerAsks('what is a fibre made of');
  await register(sofia, { topics: [{ topic, level: 3 }], weeklyQuota: 1, languages: ['fr', 'en'] });
  const suggested = await as(ana).get(`/api/tickets/${page.ticket.id}/expert-suggestions?topic=${topic}`);
  expect(suggested.body.experts).toMatchObject([
    { agent: { name: 'Marc' }, level: 1, speaks: true },
    // Has accepted more than once this week already.
    { agent: { name: 'Sofia' }, level: 3, quotaLeft: 0 },
  ]);
  const none = await as(ana).post(`/api/tickets/${page.ticket.id}/asks`, question({ topic: 'billing' }));
  expect(none.body.code).toBe('ask.no-expert');
});

it('leaves the word on how far an expert is trusted to coaches, and on being named to the expert', async () => {
  const own = await put(sofia, pageOf(sofia), profile({ autonomy: 'direct', consent: false }));
  expect(own).toMatchObject({ status: 200, body: { autonomy: 'reviewed', consentAt: null } });
  const theirs = await put(cm, pageOf(sofia), profile({ consent: true }));
  expect(theirs.body.consentAt).toBeNull();
  expect((await put(sofia, pageOf(marc), profile())).status).toBe(403);
  expect((await put(ana, pageOf(ana), profile())).status).toBe(403);
  expect((await put(cm, pageOf(sofia), profile({ zone: 'Mars' }))).body.code).toBe('expert.invalid');
});
