import { belongs, compareRows, listOrders, viewNames, type ListAsk, type TicketRow } from '../../src/contract/index.js';
import { newId } from '../../src/platform/ids.js';
import { queueCounts, ticketPage } from '../../src/store/ticket/ticket-list.view.js';
import type { Work } from '../../src/store/work.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

const now = new Date('2026-03-02T10:00:00.000Z');
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let relais: TestRelais;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  // A worker would hand out what the test wants to lie about.
  relais = await givenRelais({ settings: { role: 'api' } });
  ana = await relais.agent('adviser', { name: 'Ana' });
  ben = await relais.agent('team_lead', { name: 'Ben' });
  await relais.db.transaction(relais.running.workspaceId, fill);
});
afterAll(() => relais.stop());

/** One ticket for each combination of what views and orders look at. */
async function fill(tx: Work): Promise<void> {
  const [appId, accountId, personId, identityId] = [newId(), newId(), newId(), newId()];
  await tx.accounts.addApp({ id: appId, family: 'mastodon', key: newId(), settingsSealed: '' });
  const facts = {
    name: 'Northline',
    handle: null,
    avatarUrl: null,
    granted: [],
    missing: [],
    limits: {},
    expiresAt: null,
    refreshAt: null,
  };
  const account = {
    id: accountId,
    appId,
    brandId: null,
    network: 'mastodon',
    externalId: '1',
    apiBase: '',
    settingsSealed: '',
  };
  await tx.accounts.add({ ...account, facts });
  const place = { network: 'mastodon', scope: '1' };
  await tx.persons.identify(place, { id: '9', name: 'Léa' }, { identityId, personId, seenAt: now });
  let minute = -100;
  for (const lane of ['care', 'community', 'expert'] as const) {
    for (const state of ['new', 'open', 'waiting_customer', 'snoozed', 'closed'] as const) {
      for (const ownerId of [null, ana.id]) {
        minute += 7;
        const id = newId();
        const told = {
          topic: minute % 2 === 0 ? 'billing' : null,
          topicConfidence: 1,
          topicWords: [],
          urgency: 'normal',
          teamId: null,
          skills: [],
          tags: [],
          held: false,
          route: [],
        };
        await tx.tickets.add({
          id,
          lane,
          laneRule: 'topic',
          ...told,
          language: minute % 3 === 0 ? 'fr' : 'en',
          sentiment: 'neutral',
          priority: 3,
          personId,
          identityId,
          accountId,
          space: 'public',
          messageKind: 'comment',
          at: inMinutes(minute),
        });
        await tx.tickets.change(id, {
          state,
          ownerId,
          dueAt: minute % 5 === 0 ? null : inMinutes(minute),
          windowAt: minute % 4 === 0 ? inMinutes(minute * 3) : null,
          urgentAt: inMinutes(-minute),
          waitingSince: minute % 2 === 0 ? inMinutes(minute - 30) : null,
          troubledSends: minute % 6 === 0 ? 1 : 0,
        });
      }
    }
  }
}

async function page(who: Person, ask: Partial<ListAsk> & { after?: string | null; limit?: number }) {
  const viewer = { workspaceId: relais.running.workspaceId, id: who.id, role: who.role };
  const filters = { network: null, lane: null, topic: null, language: null, after: null, limit: 1000 };
  const view = { view: 'all', order: 'urgency' } as const;
  return relais.db.read((sql) => ticketPage(sql, viewer, { ...filters, ...view, ...ask, now }));
}

async function everything(who: Person): Promise<TicketRow[]> {
  return [...(await page(who, { view: 'all' })).rows, ...(await page(who, { view: 'closed' })).rows];
}

describe.each(viewNames)('the view %s', (view) => {
  it.each(listOrders)(
    'holds the same rows in the same order (%s) in the database and in the browser',
    async (order) => {
      for (const who of [ana, ben]) {
        const asked = {
          view,
          order,
          network: null,
          lane: null,
          topic: null,
          language: null,
          me: who.id,
          now: now.toISOString(),
        };
        const expected = (await everything(who))
          .filter((row) => belongs(row, asked))
          .sort((a, b) => compareRows(a, b, asked));
        expect((await page(who, { view, order })).rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      }
    },
  );

  it('is counted as it is listed', async () => {
    for (const who of [ana, ben]) {
      const viewer = { workspaceId: relais.running.workspaceId, id: who.id, role: who.role };
      const counts = await relais.db.read((sql) => queueCounts(sql, viewer, now));
      if (view !== 'closed') expect(counts[view]).toBe((await page(who, { view })).rows.length);
    }
  });
});

it.each([{ lane: 'care' }, { topic: 'billing' }, { language: 'fr' }, { network: 'mastodon' }, { network: 'x' }])(
  'narrows by %j alike on both sides',
  async (filter) => {
    const asked = { view: 'all', order: 'urgency', network: null, lane: null, topic: null, language: null } as const;
    const ask = { ...asked, ...filter, me: ben.id, now: now.toISOString() };
    const expected = (await everything(ben)).filter((row) => belongs(row, ask)).length;
    expect((await page(ben, filter)).rows).toHaveLength(expected);
  },
);

it('gives the whole list page by page, each row once', async () => {
  for (const order of listOrders) {
    const whole = (await page(ben, { order })).rows.map(({ id }) => id);
    const found: string[] = [];
    let after: string | null = null;
    do {
      const part: Awaited<ReturnType<typeof page>> = await page(ben, { order, after, limit: 4 });
      found.push(...part.rows.map(({ id }) => id));
      after = part.next;
    } while (after !== null);
    expect(found).toEqual(whole);
  }
});
