import { randomUUID } from 'node:crypto';
import {
  anyMessage,
  applyToOffers,
  type Conversation,
  type LiveEvent,
  type OfferListName,
  type OfferScreen,
} from '../../src/contract/index.js';
import { atTheirScreens } from '../support/at-their-screens.js';
import { givenCounter, type Counter } from '../support/counter.js';
import { eventually } from '../support/eventually.js';
import { givenTeams } from '../support/given-teams.js';
import { LiveConsole } from '../support/live-client.js';
import { LiveScreens } from '../support/live-screens.js';
import type { Person } from '../support/relais.js';

jest.setTimeout(60_000);

/** What is offered, on one screen, kept by live events alone. */
class OfferScreens {
  readonly console: LiveConsole;
  private screen: OfferScreen;

  constructor(
    readonly person: Person,
    private readonly list: OfferListName,
  ) {
    this.screen = { list, me: person, offers: [] };
    const apply = (events: readonly LiveEvent[]) => {
      for (const event of events) this.screen = applyToOffers(this.screen, event);
    };
    this.console = new LiveConsole({ url: desk.relais.url, token: person.token, load: () => this.load(), apply });
  }

  async open(): Promise<this> {
    this.console.client.loaded(await this.load());
    await this.console.until(() => this.console.state === 'live');
    return this;
  }

  followed(): object {
    return this.screen.offers;
  }

  async fresh(): Promise<object> {
    return (await desk.relais.as(this.person).get(`/api/offers?view=${this.list}`)).body.offers;
  }

  private async load(): Promise<string> {
    const { body } = await desk.relais.as(this.person).get(`/api/offers?view=${this.list}`);
    this.screen = { ...this.screen, offers: body.offers };
    return body.cursor;
  }
}

let desk: Counter;
let [ana, ben]: Person[] = [];
let screens: (LiveScreens | OfferScreens)[] = [];
const someone = (person: Person | undefined): Person => {
  if (!person) throw new Error('nobody');
  return person;
};

beforeAll(async () => {
  desk = await givenCounter();
  [ana, ben] = [
    await desk.relais.agent('adviser', { name: 'Ana' }),
    await desk.relais.agent('adviser', { name: 'Ben' }),
  ];
  const team = randomUUID();
  const members = [ana.id, ben.id];
  await givenTeams(desk.relais, desk.lead, [{ id: team, name: 'Care', members, offerSeconds: 600 }]);
  const then = { lane: null, teamId: team, priority: null, skills: [], tags: [], hold: false };
  const rule = { id: randomUUID(), name: 'All', enabled: true, mode: 'first-match', points: 0, when: anyMessage, then };
  await desk.relais.as(desk.lead).call('PUT', '/api/routing/rules', { revision: 0, rules: [rule] });
  const people = [desk.lead, ana, ben];
  const tickets = await Promise.all(people.map((one) => LiveScreens.open(desk.relais, one, () => new Date())));
  const offered = await Promise.all(
    people.map((one) => new OfferScreens(one, one === desk.lead ? 'all' : 'mine').open()),
  );
  screens = [...tickets, ...offered];
});
afterAll(async () => {
  for (const { console } of screens) console.leave();
  await desk.stop();
});

async function lawHolds(): Promise<void> {
  for (const screen of screens) {
    await eventually(
      async () => {
        if (screen instanceof LiveScreens) await screen.timeHasPassed();
        return { fresh: await screen.fresh(), followed: screen.followed() };
      },
      ({ fresh, followed }) => {
        expect(followed).toEqual(fresh);
      },
    );
  }
}

async function offered(text: string): Promise<Conversation> {
  const page = await desk.writes(randomUUID(), { text });
  for (const screen of screens) if (screen instanceof LiveScreens) await screen.openConversation(page.ticket.id);
  await desk.pageOnce(page.ticket.id, ({ history }) => {
    expect(history.map(({ code }) => code)).toContain('offered');
  });
  await lawHolds();
  return page;
}

const all = async () => (await desk.relais.as(desk.lead).get('/api/offers?view=all')).body.offers;

async function open() {
  const [offer] = await all();
  const person = someone([ana, ben].find((one) => one?.id === offer.agent.id));
  return { offer, person, other: someone(person === ana ? ben : ana) };
}

it('shows an offer to whoever it is made to and to the leads, until it is over, and to nobody else', async () => {
  await atTheirScreens(desk.relais, [someone(ana), someone(ben)]);
  await offered('la fibre est coupée');
  const { offer, person, other } = await open();
  expect((await desk.post(`offers/${offer.id}/decline`, {}, person)).status).toBe(204);
  await eventually(all, ([next]) => {
    expect(next?.agent.id).toBe(other.id);
  });
  await lawHolds();
  const { offer: next } = await open();
  expect((await desk.post(`offers/${next.id}/accept`, {}, other)).status).toBe(200);
  await lawHolds();

  const told = (one: Person) =>
    screens
      .filter(({ person: of }) => of.id === one.id)
      .flatMap(({ console }) => console.events)
      .filter(({ type }) => type.startsWith('offer.'))
      .map((event) => (event.type === 'offer.made' ? event.offer.agent.id : 'agentId' in event ? event.agentId : ''));
  expect(new Set(told(person))).toEqual(new Set([person.id]));
  expect(new Set(told(other))).toEqual(new Set([other.id]));
  expect(new Set(told(desk.lead))).toEqual(new Set([person.id, other.id]));
});

it('follows a ticket that changes while it is offered, and takes it away when it is given to somebody', async () => {
  const page = await offered('ma facture est fausse');
  const { offer, other } = await open();
  expect(offer.ticket.id).toBe(page.ticket.id);
  await desk.post(`tickets/${page.ticket.id}/classify`, { priority: 1 });
  await lawHolds();
  await desk.post(`tickets/${page.ticket.id}/assign`, { agentId: other.id });
  await lawHolds();
});
