import { randomUUID } from 'node:crypto';
import type { Conversation, MessageView, TicketRow } from '../../src/contract/index.js';
import type { InboundEvent, ThreadRef } from '../../src/domain/message/inbound-event.js';
import { SendFailure, UnknownOutcome } from '../../src/networks/kit/failure.js';
import { Clock } from '../../src/platform/clock.js';
import { eventually } from '../support/eventually.js';
import { LiveScreens } from '../support/live-screens.js';
import { arrived, recordingForm, RecordingNetwork } from '../support/recording-network.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

class HandClock extends Clock {
  private instant = new Date();
  now(): Date {
    return this.instant;
  }
  turn(ms: number): void {
    this.instant = new Date(this.instant.getTime() + ms);
  }
}

const account = 'shop';
const network = new RecordingNetwork();
const clock = new HandClock();
let relais: TestRelais;
let hookPath: string;
let [admin, ana, ben, lead, cm, expert]: Person[] = [];
let screens: LiveScreens[];

beforeAll(async () => {
  relais = await givenRelais({ networks: [network], clock });
  admin = await relais.agent('admin');
  const connected = await relais.as(admin).post('/api/accounts', recordingForm(account));
  expect(connected).toMatchObject({ status: 200 });
  hookPath = new URL(connected.body.hookUrl).pathname;
});

beforeEach(async () => {
  ana = await relais.agent('adviser');
  ben = await relais.agent('adviser');
  lead = await relais.agent('team_lead');
  cm = await relais.agent('community_manager');
  expert = await relais.agent('expert');
  const people = [ana, ben, lead, cm, expert];
  screens = await Promise.all(people.map((person) => LiveScreens.open(relais, person, () => clock.now())));
});

afterEach(async () => {
  for (const { console } of screens) console.leave();
  await relais.db.everywhere(async (sql) => {
    await sql.run('update agent set disabled_at = now() where role <> $1', ['admin']);
  });
});

afterAll(async () => {
  await relais.stop();
});

const someone = (person: Person | undefined): Person => {
  if (!person) throw new Error('nobody');
  return person;
};
const as = (person: Person | undefined) => relais.as(someone(person));

/** Time goes by, and consoles look again at what depends on it. */
async function later(ms: number): Promise<void> {
  clock.turn(ms);
  for (const screen of screens) await screen.timeHasPassed();
}

/** The network calls. */
async function happens(...events: InboundEvent[]): Promise<void> {
  const answer = await relais.anybody.post(hookPath, { nonce: randomUUID(), events });
  expect(answer.status).toBe(200);
}

/** Every screen that followed equals the one that is opened now: for everybody, in every list and conversation. */
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

/** Who sees it has it open. */
async function openedByAll(id: string): Promise<void> {
  for (const screen of screens) {
    const { status } = await relais.as(screen.person).get(`/api/tickets/${id}`);
    if (status === 200) await screen.openConversation(id);
  }
}

async function ticketOf(author: string): Promise<TicketRow> {
  const { body } = await eventually(
    () => as(lead).get('/api/tickets?view=all&limit=200'),
    ({ body: page }) => {
      expect(page.rows.some((row: TicketRow) => row.person.name === author)).toBe(true);
    },
  );
  return body.rows.find((row: TicketRow) => row.person.name === author);
}

const conversation = async (id: string): Promise<Conversation> => (await as(lead).get(`/api/tickets/${id}`)).body;

/** A customer has written, and everybody who may has it on the screen. */
async function givenTicket(facts: { thread?: ThreadRef; text?: string } = {}) {
  const author = `customer-${randomUUID().slice(0, 8)}`;
  const first = arrived(account, { author, sentAt: clock.now(), thread: threadOf(author), ...facts });
  await happens(first);
  const { id } = await ticketOf(author);
  await openedByAll(id);
  await lawHolds();
  return { id, author, first };
}

const threadOf = (author: string): ThreadRef => ({ key: `comments-${author}`, space: 'public' });
const privately = (author: string): ThreadRef => ({ key: `private-${author}`, space: 'private' });

async function reply(id: string, text = 'We look into it at once.', space = 'public'): Promise<string> {
  const page = await conversation(id);
  const { threads, messages } = page;
  const way = threads.flatMap((thread) => thread.ways.map((one) => ({ ...one, threadId: thread.id })));
  const { threadId, accountId } = way.find((one) => one.space === space && one.open) ?? {};
  const seenMessageId = messages.findLast(({ direction }) => direction === 'in')?.id ?? null;
  const body = { clientId: randomUUID(), threadId, accountId, space, text, fileIds: [], seenMessageId };
  const answer = await as(lead).post(`/api/tickets/${id}/replies`, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.id;
}

async function until(id: string, messageId: string, state: MessageView['state']): Promise<void> {
  await eventually(
    () => conversation(id),
    ({ messages }) => {
      expect(messages.find((one) => one.id === messageId)?.state).toBe(state);
    },
  );
}

const act = async (person: Person | undefined, path: string, body: object = {}) => {
  const answer = await as(person).post(path, body);
  expect(answer).toMatchObject({ status: 200 });
  await lawHolds();
};

it('holds when a customer writes, again, and in another place', async () => {
  const { author } = await givenTicket();
  await later(60_000);
  await happens(arrived(account, { author, thread: threadOf(author), text: 'Are you there?', sentAt: clock.now() }));
  await lawHolds();
  await happens(arrived(account, { author, thread: privately(author), messageKind: 'direct', sentAt: clock.now() }));
  await lawHolds();
});

it('holds when a ticket goes from hand to hand', async () => {
  const { id } = await givenTicket();
  await act(ana, `/api/tickets/${id}/take`);
  await act(ana, `/api/tickets/${id}/release`);
  await act(lead, `/api/tickets/${id}/assign`, { agentId: someone(ben).id });
  await act(lead, `/api/tickets/${id}/assign`, { agentId: someone(ana).id });
});

it('holds when a ticket goes from lane to lane, out of sight and into it', async () => {
  const { id } = await givenTicket();
  await act(lead, `/api/tickets/${id}/transfer`, { lane: 'community', note: 'Press question' });
  await openedByAll(id);
  await act(cm, `/api/tickets/${id}/transfer`, { lane: 'expert', note: 'Needs somebody who knows' });
  await openedByAll(id);
  await act(lead, `/api/tickets/${id}/assign`, { agentId: someone(ana).id });
  await openedByAll(id);
  await act(lead, `/api/tickets/${id}/transfer`, { lane: 'care', note: 'Back', agentId: someone(expert).id });
  await openedByAll(id);
  await act(lead, `/api/tickets/${id}/transfer`, { lane: 'care', note: '' });
});

it('holds when a ticket is noted on, closed, opened again, and taken up by its customer', async () => {
  const { id, author } = await givenTicket();
  await act(ana, `/api/tickets/${id}/notes`, { clientId: randomUUID(), text: 'Called them.' });
  await act(lead, `/api/tickets/${id}/close`, { outcome: 'resolved', note: 'Done.' });
  await act(lead, `/api/tickets/${id}/reopen`);
  await act(lead, `/api/tickets/${id}/close`, { outcome: 'no_reply_needed' });
  await happens(arrived(account, { author, thread: threadOf(author), text: 'Thanks', sentAt: clock.now() }));
  await lawHolds();
});

it('holds while a reply is written, sent and received', async () => {
  const { id, author } = await givenTicket({ thread: privately('received') });
  const messageId = await reply(id, 'Here it is.', 'private');
  await lawHolds();
  await until(id, messageId, 'sent');
  await lawHolds();
  for (const state of ['delivered', 'read'] as const) {
    await later(1000);
    const messages = [`sent-${messageId}`];
    await happens({ kind: 'receipt', account, messages, state, upTo: clock.now() });
    await lawHolds();
  }
  await later(1000);
  await happens(arrived(account, { author, thread: privately('received'), text: 'Merci', sentAt: clock.now() }));
  await lawHolds();
});

it('holds when an exchange goes from public to private', async () => {
  const { id, author } = await givenTicket();
  const messageId = await reply(id, 'Please write us here.', 'private');
  await until(id, messageId, 'sent');
  await lawHolds();
  await later(1000);
  await happens(
    arrived(account, {
      author,
      thread: privately(author),
      messageKind: 'direct',
      sentAt: clock.now(),
      text: 'Here I am',
    }),
  );
  await lawHolds();
});

it('holds when the network refuses a reply, and it is tried again', async () => {
  const { id } = await givenTicket();
  network.failures.push(new SendFailure({ kind: 'rejected', code: '100', detail: 'no' }));
  const messageId = await reply(id);
  await until(id, messageId, 'failed');
  await lawHolds();
  await act(lead, `/api/messages/${messageId}/retry`);
  await until(id, messageId, 'sent');
  await lawHolds();
});

it('holds when a refused reply is discarded', async () => {
  const { id } = await givenTicket();
  network.failures.push(new SendFailure({ kind: 'rejected', code: '100', detail: 'no' }));
  const messageId = await reply(id);
  await until(id, messageId, 'failed');
  await act(lead, `/api/messages/${messageId}/discard`);
});

it('holds when the customer cannot be reached, and when they can again', async () => {
  const { id } = await givenTicket({ thread: privately('blocked') });
  network.failures.push(new SendFailure({ kind: 'customer-unreachable', code: '551', detail: 'blocked' }));
  const messageId = await reply(id, 'Hello', 'private');
  await until(id, messageId, 'failed');
  await lawHolds();
  await later(1000);
  const again = { kind: 'reachability', account, thread: 'private-blocked', at: clock.now() } as const;
  await happens({ ...again, reachable: true });
  await lawHolds();
  await later(1000);
  await happens({ ...again, reachable: false, at: clock.now() });
  await lawHolds();
});

it.each(['sent', 'not-sent'] as const)(
  'holds when nobody knows what became of a reply, and a human says: %s',
  async (as) => {
    const { id } = await givenTicket();
    network.failures.push(new UnknownOutcome('reset'));
    const messageId = await reply(id);
    await until(id, messageId, 'unknown');
    await lawHolds();
    await act(lead, `/api/messages/${messageId}/settle`, { as });
  },
);

it('holds when a message is edited, reacted to, hidden, deleted', async () => {
  const { first, author } = await givenTicket();
  await later(1000);
  await happens({ ...first, text: 'My invoice is wrong', edition: 1 });
  await lawHolds();
  const by = { id: author, name: author };
  for (const emoji of ['👍', '😡', null]) {
    await later(1000);
    await happens({ kind: 'reaction', account, on: { message: first.id }, by, emoji, at: clock.now() });
    await lawHolds();
  }
  for (const hidden of [true, false]) {
    await later(1000);
    await happens({ kind: 'message-hidden', account, id: first.id, hidden, at: clock.now() });
    await lawHolds();
  }
  await later(1000);
  await happens({ kind: 'message-deleted', account, id: first.id, at: clock.now() });
  await lawHolds();
});

it('holds when somebody answers in the network’s own app', async () => {
  const { id, author } = await givenTicket();
  await later(1000);
  const echo = { from: 'us' as const, with: { id: author, name: author }, via: 'Network Suite', sentAt: clock.now() };
  await happens(arrived(account, { author, thread: threadOf(author), text: 'Done, sorry!', ...echo }));
  await eventually(
    () => conversation(id),
    ({ messages }) => {
      expect(messages).toHaveLength(2);
    },
  );
  await lawHolds();
});

it('holds under a post that becomes known, changes and is deleted', async () => {
  const author = `customer-${randomUUID().slice(0, 8)}`;
  const post = { id: `post-${author}`, by: 'us' as const, text: 'New offer' };
  const thread: ThreadRef = { key: `post-${author}:${author}`, space: 'public', post };
  const { id } = await givenTicket({ thread });
  await happens({ kind: 'post', account, post: { ...post, text: 'New offer, corrected' }, attachments: [] });
  await lawHolds();
  await later(1000);
  await happens({ kind: 'post-deleted', account, id: post.id, at: clock.now() });
  await eventually(
    () => conversation(id),
    ({ threads }) => {
      expect(threads[0]?.post?.deleted).toBe(true);
    },
  );
  await lawHolds();
});

it('holds when a ticket waits, is put off, comes back, and is judged anew', async () => {
  const { id } = await givenTicket();
  await act(ana, `/api/tickets/${id}/wait`, { for: 'internal' });
  await act(ana, `/api/tickets/${id}/resume`);
  const until = new Date(clock.now().getTime() + 60_000).toISOString();
  await act(ana, `/api/tickets/${id}/snooze`, { until });
  await act(ana, `/api/tickets/${id}/unsnooze`);
  await act(ana, `/api/tickets/${id}/snooze`, { until });
  await later(61_000);
  await eventually(
    () => conversation(id),
    ({ ticket }) => {
      expect(ticket.state).toBe('open');
    },
  );
  await lawHolds();
  await act(lead, `/api/tickets/${id}/classify`, { topic: 'press_influencer', priority: 1 });
});

it('holds when a message is moderated, and when the network refuses that', async () => {
  const { id } = await givenTicket();
  const [{ id: messageId } = { id: '' }] = (await conversation(id)).messages;
  const over = async (state: string) => {
    await eventually(
      () => conversation(id),
      ({ messages }) => {
        expect(messages[0]?.moderations[0]?.state).toBe(state);
      },
    );
    await lawHolds();
  };
  const moderate = async (body: object, state: string) => {
    await act(lead, `/api/messages/${messageId}/moderate`, body);
    await over(state);
  };
  await moderate({ act: 'hide', reason: 'insult' }, 'done');
  await moderate({ act: 'unhide' }, 'done');
  await moderate({ act: 'like' }, 'done');
  network.refusals.push(new SendFailure({ kind: 'rejected', code: '200', detail: 'no' }));
  await moderate({ act: 'delete', reason: 'hate' }, 'failed');
  expect((await as(admin).patch('/api/moderation', { fourEyes: true })).status).toBe(200);
  await moderate({ act: 'delete', reason: 'hate' }, 'requested');
  const [asked] = (await conversation(id)).messages[0]?.moderations ?? [];
  await act(cm, `/api/moderations/${asked?.id ?? ''}/decline`);
  await moderate({ act: 'delete', reason: 'hate' }, 'requested');
  const [again] = (await conversation(id)).messages[0]?.moderations ?? [];
  await act(cm, `/api/moderations/${again?.id ?? ''}/confirm`);
  await over('done');
  await as(admin).patch('/api/moderation', { fourEyes: false });
});

it('holds when tickets are merged, split, and put back as they were', async () => {
  const one = await givenTicket();
  const { id: other, author } = await givenTicket();
  await act(lead, `/api/tickets/${other}/notes`, { clientId: randomUUID(), text: 'Same matter.' });
  await act(lead, `/api/tickets/${other}/take`);
  await act(lead, `/api/tickets/${other}/merge`, { into: one.id });
  await happens(arrived(account, { author, thread: threadOf(author), text: 'And now?', sentAt: clock.now() }));
  await eventually(
    () => conversation(one.id),
    ({ messages }) => {
      expect(messages).toHaveLength(3);
    },
  );
  await lawHolds();
  await act(lead, `/api/tickets/${other}/undo-merge`);
  const { messages } = await conversation(other);
  const split = await as(lead).post(`/api/tickets/${other}/split`, { messageIds: [messages.at(-1)?.id] });
  expect(split).toMatchObject({ status: 200 });
  await openedByAll(split.body.id);
  await lawHolds();
  await happens(arrived(account, { author, thread: threadOf(author), text: 'Hello?', sentAt: clock.now() }));
  await lawHolds();
  await act(lead, `/api/tickets/${split.body.id}/undo-split`);
});

it('holds when many tickets are changed at once, and put back', async () => {
  const ids = [(await givenTicket()).id, (await givenTicket()).id];
  const started = await as(lead).post('/api/tickets/bulk', {
    ...{ act: 'close', outcome: 'resolved', ids, clientId: randomUUID() },
  });
  const over = async (state: string) => {
    await eventually(
      () => as(lead).get(`/api/bulk/${started.body.id}`),
      ({ body }) => {
        expect(body.state).toBe(state);
      },
    );
    await lawHolds();
  };
  await over('done');
  await act(lead, `/api/bulk/${started.body.id}/undo`);
  await over('undone');
});

it('holds when two people turn out to be one, are cared for, and are two again', async () => {
  const one = await conversation((await givenTicket()).id);
  const other = await conversation((await givenTicket()).id);
  const personId = one.ticket.person.id;
  const joined = await as(lead).post(`/api/persons/${personId}/join`, { personId: other.ticket.person.id });
  expect(joined).toMatchObject({ status: 200 });
  await lawHolds();
  expect(await as(lead).patch(`/api/persons/${personId}`, { vip: true })).toMatchObject({ status: 200 });
  await lawHolds();
  await act(lead, `/api/tickets/${one.ticket.id}/close`, { outcome: 'resolved' });
  await act(lead, `/api/person-joins/${joined.body.joins[0].id}/undo`);
});

it('holds for somebody who was away meanwhile', async () => {
  const { id } = await givenTicket();
  const [away] = screens;
  away?.console.leave();
  await as(ben).post(`/api/tickets/${id}/take`);
  await as(ben).post(`/api/tickets/${id}/notes`, { clientId: randomUUID(), text: 'Mine.' });
  away?.console.comeBack();
  await lawHolds();
});
