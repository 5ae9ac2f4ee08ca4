import type { RoutingRule } from '../../src/contract/index.js';
import { anyMessage } from '../../src/domain/routing/any-message.js';
import { newId } from '../../src/platform/ids.js';
import { givenCounter, type Counter } from '../support/counter.js';
import type { Answer } from '../support/relais.js';

jest.setTimeout(60_000);

let desk: Counter;
beforeEach(async () => {
  desk = await givenCounter();
});
afterEach(() => desk.stop());

const put = (path: string, body: object, by = desk.lead) => desk.relais.as(by).call('PUT', `/api/${path}`, body);
const get = (path: string, by = desk.lead) => desk.relais.as(by).get(`/api/${path}`);
const none = { lane: null, teamId: null, priority: null, skills: [], tags: [], hold: false };

function rule(name: string, change: { any?: string[]; when?: object; then?: object } = {}): RoutingRule {
  const text = change.any ? { any: change.any, all: [], none: [], near: [] } : null;
  return {
    id: newId(),
    name,
    enabled: true,
    mode: 'first-match',
    points: 0,
    when: { ...anyMessage, text, ...change.when },
    then: { ...none, ...change.then },
  };
}

async function save(rules: RoutingRule[]): Promise<Answer> {
  const { body } = await get('routing/rules');
  return put('routing/rules', { revision: body.revision, rules });
}

async function givenTeam(name: string, members: string[] = [], change: object = {}): Promise<string> {
  const { body } = await get('teams');
  const id = newId();
  const team = { id, name, lane: 'care', mode: 'push', neighbourId: null, members, ...change };
  const saved = await put('teams', { revision: body.revision, teams: [...body.teams, team] });
  expect(saved).toMatchObject({ status: 200 });
  return id;
}

it('sends a customer’s post to another lane and team, and shows which rule it was and by which words', async () => {
  const teamId = await givenTeam('Fibre');
  const then = { teamId, priority: 1, tags: ['travaux'], skills: [{ name: 'fibre', level: 2 }] };
  const saved = await save([
    rule('Mobile', { any: ['mobile'], then: { lane: 'expert' } }),
    rule('Armoires', { any: ['armoire*'], then }),
  ]);
  expect(saved).toMatchObject({ status: 200, body: { revision: 1, savedBy: { name: desk.lead.name } } });

  const page = await desk.writes('lea', { text: 'L’ARMOIRES de rue est ouverte, bravo' });
  expect(page.ticket).toMatchObject({ lane: 'care', priority: 1 });
  expect(page.why.lane).toMatchObject({
    rule: 'rule',
    decidedBy: [{ name: 'Armoires', points: null, words: ['armoires'] }],
    team: 'Fibre',
    tags: ['travaux'],
    skills: [{ name: 'fibre', level: 2 }],
  });
  const other = await desk.writes('tom', { text: 'bravo à tous' });
  expect(other).toMatchObject({ ticket: { lane: 'community' }, why: { lane: { rule: 'topic', decidedBy: [] } } });
});

it('keeps every list that was saved, to be looked at and put back', async () => {
  const first = [rule('Mobile', { any: ['mobile'], then: { lane: 'expert' } })];
  await save(first);
  await save([...first, { ...rule('Fibre', { any: ['fibre'], then: { lane: 'care' } }), enabled: false }]);
  await save([]);
  expect((await get('routing/rules/revisions')).body).toMatchObject([
    { revision: 3, rules: 0, enabled: 0 },
    { revision: 2, rules: 2, enabled: 1, savedBy: { name: desk.lead.name } },
    { revision: 1, rules: 1, enabled: 1 },
  ]);
  const { body } = await get('routing/rules/revisions/1');
  expect(body).toEqual(first);
  expect((await save(body)).status).toBe(200);
  expect((await get('routing/rules')).body).toMatchObject({ revision: 4, rules: first });
  for (const none of ['9', '0', 'x']) expect((await get(`routing/rules/revisions/${none}`)).status).toBe(404);
});

it('looks at who writes and where: followers, network, post', async () => {
  const when = { followersFrom: 1000, networks: ['recording'], spaces: ['public'], kinds: ['comment'] };
  await save([rule('Influence', { when, then: { lane: 'community', hold: true } })]);
  const text = 'ma facture est fausse';
  const known = await desk.writes('star', { text: `${text} !`, from: { id: 'star', name: 'Star', followers: 5000 } });
  expect(known).toMatchObject({ ticket: { lane: 'community', owner: null }, why: { lane: { held: true } } });
  const unknown = await desk.writes('lea', { text });
  expect(unknown).toMatchObject({ ticket: { lane: 'care' }, why: { lane: { held: false } } });
});

it('keeps whole lists, refuses to save over what was not read, and gives the one before back', async () => {
  const first = [rule('One', { then: { lane: 'care' } })];
  await save(first);
  expect(await put('routing/rules', { revision: 0, rules: [] })).toMatchObject({
    status: 409,
    body: { code: 'routing.stale', details: { revision: 1 } },
  });
  const second = await save([rule('Two', { then: { lane: 'expert' } }), ...first]);
  expect(second.body).toMatchObject({ revision: 2, previous: first });
  expect((await get('routing/rules', desk.admin)).body).toEqual(second.body);
  const faulty = rule('Nothing');
  expect(await save([faulty])).toMatchObject({
    status: 422,
    body: { code: 'routing.invalid', details: { name: 'Nothing', why: 'no-effect' } },
  });
});

it('says before saving what happens after it', async () => {
  const texts = ['ma fibre est en panne', 'ma facture est fausse', 'bravo à vous', 'quel débit pour la fibre'];
  const all = async (suffix: string) => {
    const rows = [];
    for (const text of texts) rows.push((await desk.writes(newId(), { text: `${text} ${suffix}` })).ticket);
    return rows.map(({ lane, priority }) => ({ lane, priority }));
  };
  const before = await all('hier');
  const rules = [rule('Fibre', { any: ['fibre'], then: { lane: 'expert', priority: 2 } })];
  const tried = await desk.post('routing/dry-run', { rules }, desk.lead);
  expect(tried).toMatchObject({ status: 200, body: { total: 4, looked: 4, next: null } });
  expect(tried.body.changes).toHaveLength(2);

  const expected = texts.map((text, place) => {
    const change = tried.body.changes.find(({ preview }: { preview: string }) => preview === `${text} hier`);
    return change ? { lane: change.to.lane, priority: change.to.priority } : before[place];
  });
  await save(rules);
  expect(await all('demain')).toEqual(expected);
  expect((await desk.post('routing/dry-run', { rules }, desk.lead)).body.changes).toEqual([]);
});

it('answers in portions that together are the whole', async () => {
  for (let count = 0; count < 5; count += 1) await desk.writes(`c${String(count)}`, { text: `fibre ${String(count)}` });
  const rules = [rule('All', { then: { lane: 'expert' } })];
  const seen: string[] = [];
  let after: string | undefined;
  for (let portion = 0; portion < 4; portion += 1) {
    const { body } = await desk.post('routing/dry-run', { rules, limit: 2, ...(after ? { after } : {}) }, desk.lead);
    seen.push(...body.changes.map(({ preview }: { preview: string }) => preview));
    if (body.next === null) break;
    after = body.next;
  }
  expect(seen).toEqual(['fibre 0', 'fibre 1', 'fibre 2', 'fibre 3', 'fibre 4']);
});

it('shows a rule that is never reached because of the order, before it is saved', async () => {
  await desk.writes('lea', { text: 'ma fibre est en panne' });
  const wide = rule('Everything of fibre', { any: ['fibre'], then: { lane: 'care', tags: ['x'] } });
  const narrow = rule('Outage', {
    when: { text: { any: [], all: ['fibre', 'panne'], none: [], near: [] } },
    then: { lane: 'expert' },
  });
  const wrong = await desk.post('routing/dry-run', { rules: [wide, narrow] }, desk.lead);
  expect(wrong.body).toMatchObject({
    shadowed: [{ ruleId: narrow.id, byId: wide.id }],
    rules: [
      { ruleId: wide.id, held: 1, decided: 1 },
      { ruleId: narrow.id, held: 0, decided: 0 },
    ],
  });
  const right = await desk.post('routing/dry-run', { rules: [narrow, wide] }, desk.lead);
  expect(right.body).toMatchObject({ shadowed: [], rules: [{ ruleId: narrow.id, decided: 1 }, { decided: 0 }] });
});

it('keeps a team that a rule names or that has tickets', async () => {
  const teamId = await givenTeam('Fibre');
  await save([rule('Fibre', { any: ['fibre'], then: { teamId } })]);
  expect(await put('teams', { revision: 1, teams: [] })).toMatchObject({ status: 409, body: { code: 'team.used' } });
  await desk.writes('lea', { text: 'ma fibre' });
  await save([]);
  expect(await put('teams', { revision: 1, teams: [] })).toMatchObject({
    status: 409,
    body: { code: 'team.used', details: { team: 'Fibre' } },
  });
});

it('says what a text would be taken for, by topics that are not saved yet, and follows them once they are', async () => {
  const { body } = await get('routing/topics');
  const fair = { id: 'fair', lane: 'community', name: { en: 'Fair', fr: 'Salon' }, words: ['Salon', 'stand'] };
  const topics = [...body.topics, fair];
  const text = 'Je passe à votre stand au salon';
  expect((await desk.post('routing/topics/try', { text }, desk.lead)).body.topic).not.toBe('fair');
  expect((await desk.post('routing/topics/try', { text, topics }, desk.lead)).body).toMatchObject({
    topic: 'fair',
    lane: 'community',
    weighed: [{ topic: 'fair', words: ['stand', 'salon'] }, { topic: 'account_access' }, {}],
  });
  expect(await put('routing/topics', { revision: 0, topics })).toMatchObject({ status: 200, body: { revision: 1 } });
  expect(await desk.writes('lea', { text })).toMatchObject({ ticket: { topic: 'fair' } });
});
