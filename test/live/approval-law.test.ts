import { randomUUID } from 'node:crypto';
import {
  approvalListNames,
  applyToApprovals,
  type ApprovalListName,
  type ApprovalScreen,
  type Conversation,
  type LiveEvent,
  type MessageView,
} from '../../src/contract/index.js';
import { givenCounter, type Counter } from '../support/counter.js';
import { eventually } from '../support/eventually.js';
import { givenApprovals } from '../support/given-approvals.js';
import { LiveConsole } from '../support/live-client.js';
import { LiveScreens } from '../support/live-screens.js';
import type { Person } from '../support/relais.js';

jest.setTimeout(90_000);

/** One list of replies that wait for approval, kept by live events alone. */
class ApprovalScreens {
  readonly console: LiveConsole;
  private screen: ApprovalScreen;

  constructor(
    readonly person: Person,
    private readonly list: ApprovalListName,
  ) {
    this.screen = { list, me: person, entries: [] };
    const apply = (events: readonly LiveEvent[]) => {
      for (const event of events) this.screen = applyToApprovals(this.screen, event);
    };
    this.console = new LiveConsole({ url: desk.relais.url, token: person.token, load: () => this.load(), apply });
  }

  async open(): Promise<this> {
    this.console.client.loaded(await this.load());
    await this.console.until(() => this.console.state === 'live');
    return this;
  }

  followed(): object {
    return this.screen.entries;
  }

  async fresh(): Promise<object> {
    return (await desk.relais.as(this.person).get(`/api/approvals?view=${this.list}`)).body.entries;
  }

  private async load(): Promise<string> {
    const { body } = await desk.relais.as(this.person).get(`/api/approvals?view=${this.list}`);
    this.screen = { ...this.screen, entries: body.entries };
    return body.cursor;
  }
}

let desk: Counter;
let ana: Person;
let ben: Person;
let screens: (LiveScreens | ApprovalScreens)[] = [];

beforeAll(async () => {
  desk = await givenCounter();
  ana = await desk.relais.agent('adviser', { name: 'Ana' });
  ben = await desk.relais.agent('adviser', { name: 'Ben' });
  await givenApprovals(desk.relais, desk.lead, {
    when: { roles: ['adviser'] },
    approvers: { agentIds: [ana.id, ben.id] },
  });
  const people = [desk.lead, ana, ben];
  const tickets = await Promise.all(people.map((one) => LiveScreens.open(desk.relais, one, () => new Date())));
  const sees = (one: Person, list: ApprovalListName) => one === desk.lead || list === 'mine' || list === 'to-approve';
  const lists = people.flatMap((one) =>
    approvalListNames.filter((list) => sees(one, list)).map((list) => new ApprovalScreens(one, list)),
  );
  screens = [...tickets, ...(await Promise.all(lists.map((one) => one.open())))];
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

const act = async (path: string, message: MessageView, by: Person, more: object = {}): Promise<MessageView> => {
  const { body, status } = await desk.post(
    `approvals/${message.id}/${path}`,
    { version: message.version, ...more },
    by,
  );
  expect(status).toBe(200);
  await lawHolds();
  return body;
};

async function submitted(author: string = randomUUID()): Promise<{ page: Conversation; message: MessageView }> {
  const page = await desk.writes(author, { text: `From ${author}` });
  await desk.post(`tickets/${page.ticket.id}/transfer`, { lane: 'care', note: 'x' });
  for (const screen of screens) if (screen instanceof LiveScreens) await screen.openConversation(page.ticket.id);
  const [thread] = page.threads;
  const { accountId, space } = thread?.ways[0] ?? {};
  const reply = { clientId: randomUUID(), threadId: thread?.id, space, accountId, text: 'On it', fileIds: [] };
  const { body } = await desk.post(`tickets/${page.ticket.id}/replies`, { ...reply, anyway: true }, ana);
  await lawHolds();
  return { page, message: body };
}

it('holds while a reply is submitted, returned, written anew, approved, taken back and sent', async () => {
  const { page, message } = await submitted();
  const returned = await act('decline', message, ben, { as: 'return', advice: 'Kinder' });
  const anew = await act('rework', returned, ana, { text: 'On it, gladly' });
  const approved = await act('approve', anew, ben, { text: 'On it, very gladly', undoSeconds: 30 });
  const back = await act('take-back', approved, ben);
  await act('approve', back, ben);
  await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.find(({ id }) => id === message.id)?.state).toBe('sent');
  });
  await lawHolds();
});

it('holds while the customer writes again, somebody confirms, another is picked, and one is withdrawn', async () => {
  const author = randomUUID();
  const { page, message } = await submitted(author);
  await desk.writes(author, { text: `Again from ${author}` });
  await lawHolds();
  const held = (await desk.page(page.ticket.id)).messages.find(({ id }) => id === message.id);
  const confirmed = await act('confirm', held ?? message, ana);
  const [thread] = page.threads;
  const { accountId, space } = thread?.ways[0] ?? {};
  const reply = { clientId: randomUUID(), threadId: thread?.id, space, accountId, text: 'Mine', fileIds: [] };
  const { body: other } = await desk.post(`tickets/${page.ticket.id}/replies`, { ...reply, anyway: true }, ben);
  await lawHolds();
  await act('approve', other, ana);
  const unpicked = (await desk.page(page.ticket.id)).messages.find(({ id }) => id === confirmed.id);
  expect(unpicked?.approval?.state).toBe('not_picked');
  expect((await desk.post(`messages/${confirmed.id}/discard`, {}, ana)).status).toBe(200);
  await lawHolds();
});

it('holds while one is rejected, tickets change lanes, close, merge, and approvers go away', async () => {
  const { message } = await submitted();
  await act('decline', message, ben, { as: 'reject', advice: 'No' });
  const author = randomUUID();
  const { page } = await submitted(author);
  await desk.post(`tickets/${page.ticket.id}/release`);
  await desk.post(`tickets/${page.ticket.id}/transfer`, { lane: 'community', note: 'x' });
  await eventually(
    async () => (await desk.page(page.ticket.id)).ticket.approverIds,
    (ids) => {
      expect(ids).not.toContain(ben.id);
    },
  );
  await lawHolds();
  await desk.post(`tickets/${page.ticket.id}/transfer`, { lane: 'care', note: 'x' });
  await lawHolds();
  const { page: second } = await submitted();
  expect((await desk.post(`tickets/${second.ticket.id}/merge`, { into: page.ticket.id })).status).toBe(200);
  await lawHolds();
  const until = new Date(Date.now() + 60_000).toISOString();
  const absence = { from: new Date(Date.now() - 1000).toISOString(), until, reason: 'leave', openWork: 'stays' };
  await desk.post('absences', { agentId: ben.id, standInId: desk.lead.id, ...absence });
  await eventually(
    async () => (await desk.page(page.ticket.id)).ticket.approverIds,
    (ids) => {
      expect(ids).toContain(desk.lead.id);
    },
  );
  await lawHolds();
  await desk.post(`tickets/${page.ticket.id}/close`, { outcome: 'resolved' });
  await lawHolds();
  await desk.post(`tickets/${page.ticket.id}/reopen`);
  await lawHolds();
});

it('tells nobody of a reply but who sees its ticket, wrote it or may approve it', async () => {
  const told = screens
    .filter((one) => one instanceof ApprovalScreens)
    .flatMap(({ person, console }) => console.events.map((event) => ({ person, event })))
    .filter(({ event }) => event.type === 'approval.changed');
  expect(told.length).toBeGreaterThan(0);
  const stranger = await desk.relais.agent('expert', { name: 'Stranger' });
  const screen = await new ApprovalScreens(stranger, 'to-approve').open();
  screens.push(screen);
  await submitted();
  expect(screen.console.events.filter(({ type }) => type === 'approval.changed')).toEqual([]);
});
