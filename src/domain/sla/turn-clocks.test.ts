import type { TicketFacts } from '../ticket/settle-ticket.js';
import type { ClockStep, SlaClock } from './clock.js';
import { aroundTheClock, type Calendar } from './calendar.js';
import { always, defaultBook, defaultLadder } from './default-policy.js';
import type { SlaBook, SlaPolicy } from './policy.js';
import { turnClocks } from './turn-clocks.js';
import type { Situation } from './situation.js';

/** Monday to Friday, nine to five, in Paris; the 6th of April 2026 is Easter Monday. */
const office: Calendar = {
  id: 'office',
  name: 'Office',
  zone: 'Europe/Paris',
  week: [1, 2, 3, 4, 5].map((day) => ({ day, from: 540, to: 1020 })),
  days: [{ date: '2026-04-06', name: 'Lundi de Pâques', ranges: [] }],
};
const policy: SlaPolicy = {
  id: 'usual',
  name: 'Usual',
  calendarId: 'office',
  when: always,
  targets: {
    first_reply: [30, 60, 60, 240],
    next_reply: [30, 60, 60, 240],
    resolution: [480, 480, 960, 960],
    assignment: [10, 10, 10, 10],
    ownership_care: [120, 120, 120, 120],
    ownership_expert: [480, 480, 480, 480],
    approval: [30, 30, 30, 30],
  },
  ladder: defaultLadder,
};
const book: SlaBook = { version: 1, calendars: [office], policies: [policy] };

/** Local times of Paris in the weeks around Easter. */
const at = (day: number, time: string) => new Date(`2026-04-${String(day).padStart(2, '0')}T${time}:00+02:00`);
const quiet: TicketFacts = {
  unanswered: 0,
  waitingSince: null,
  firstAnswerAt: null,
  lastAnswerAt: null,
  firstMessageAt: at(1, '10:00'),
  approvalSince: null,
  approvalHeldSince: null,
  approvalDecidedAt: null,
};
const asked: TicketFacts = { ...quiet, unanswered: 1, waitingSince: at(1, '10:00') };
const answered = (when: Date): TicketFacts => ({ ...quiet, firstAnswerAt: when, lastAnswerAt: when });
const judged = {
  network: 'mastodon',
  kind: 'comment',
  lane: 'care',
  topic: null,
  priority: 3,
  vip: false,
  brand: null,
} as const;
const begun: Situation = {
  facts: asked,
  state: 'new',
  outcome: null,
  waitingFor: null,
  ownerId: null,
  wasClosedAt: null,
  judged,
  changesTeam: false,
  now: at(1, '10:05'),
};

/** A ticket that things happen to, one after the other; ids grow. */
class Story {
  clocks: SlaClock[] = [];
  lines: ClockStep['line'][] = [];
  private situation = begun;
  private made = 0;

  constructor(private promised: SlaBook = book) {
    this.then({});
  }

  then(change: Partial<Situation>, changed: SlaBook = this.promised): this {
    this.promised = changed;
    this.situation = { ...this.situation, wasClosedAt: null, ...change };
    const newId = () => `clock-${String((this.made += 1))}`;
    for (const { clock, line } of turnClocks(this.clocks, this.situation, { book: this.promised, newId })) {
      this.clocks = [...this.clocks.filter(({ id }) => id !== clock.id), clock];
      this.lines.push(line);
    }
    return this;
  }

  all(kind: SlaClock['kind']): SlaClock[] {
    return this.clocks.filter((clock) => clock.kind === kind);
  }

  events(kind: SlaClock['kind']): string[] {
    const ids = this.all(kind).map(({ id }) => id);
    return this.lines.filter(({ clockId }) => ids.includes(clockId)).map(({ event }) => event);
  }
}

it('promises what the policies say, from the network’s time on', () => {
  const story = new Story();
  expect(story.clocks).toMatchObject([
    {
      kind: 'first_reply',
      startedAt: at(1, '10:00'),
      dueAt: at(1, '11:00'),
      policyName: 'Usual',
      calendarName: 'Office',
    },
    { kind: 'resolution', startedAt: at(1, '10:00'), dueAt: at(3, '10:00') },
    { kind: 'assignment', startedAt: at(1, '10:00'), dueAt: at(1, '10:10') },
  ]);
  expect(story.lines[0]).toMatchObject({
    event: 'started',
    facts: { policy: 'Usual', calendar: 'Office', minutes: '60' },
  });
});

it('promises an answer around the clock where nobody has said otherwise', () => {
  const story = new Story(defaultBook);
  expect(story.clocks).toMatchObject([{ kind: 'first_reply', dueAt: at(1, '11:00'), calendarName: '24/7' }]);
});

it('leaves a clock alone when the customer writes again, and begins earlier for an older message', () => {
  const story = new Story(defaultBook).then({ facts: { ...asked, unanswered: 5 } });
  expect(story.events('first_reply')).toEqual(['started']);
  story.then({ facts: { ...asked, waitingSince: at(1, '09:30') } });
  expect(story.all('first_reply').map(({ state, startedAt }) => [state, startedAt])).toEqual([
    ['cancelled', at(1, '10:00')],
    ['running', at(1, '09:30')],
  ]);
});

it.each<[string, Date, SlaClock['state'], string | undefined]>([
  ['in time, though we are told too late', at(1, '10:59'), 'met', undefined],
  ['at the deadline', at(1, '11:00'), 'met', undefined],
  ['late, by its working minutes', at(2, '09:20'), 'late', '380'],
])('is answered %s', (_, when, state, minutes) => {
  const story = new Story().then({ facts: answered(when), state: 'waiting_customer', now: at(2, '12:00') });
  const [clock] = story.all('first_reply');
  expect(clock).toMatchObject({ state, stoppedAt: when, breachedAt: state === 'late' ? at(1, '11:00') : null });
  expect(story.lines.find(({ event }) => event === state)?.facts['minutes']).toBe(minutes);
});

it('goes on as if never stopped when the answer failed after all', () => {
  const story = new Story()
    .then({ facts: answered(at(1, '10:30')), state: 'waiting_customer', now: at(1, '10:30') })
    .then({ facts: asked, state: 'open', now: at(1, '10:40') });
  expect(story.all('first_reply')).toMatchObject([{ state: 'running', dueAt: at(1, '11:00'), pauses: [] }]);
  expect(story.events('first_reply')).toEqual(['started', 'met', 'reopened']);
});

it('promises the next reply from the oldest message since the answer', () => {
  const facts = { ...answered(at(1, '10:30')), unanswered: 2, waitingSince: at(1, '16:30') };
  const story = new Story().then({ facts, state: 'open', now: at(1, '16:45') });
  expect(story.all('next_reply')).toMatchObject([{ startedAt: at(1, '16:30'), dueAt: at(2, '09:30') }]);
});

it('lets only the resolution stand still, over a holiday too, while the customer is awaited', () => {
  const story = new Story().then({ facts: answered(at(1, '12:00')), state: 'waiting_customer', now: at(1, '12:01') });
  expect(story.all('resolution')).toMatchObject([{ pausedAt: at(1, '12:00'), pausedFor: 'customer' }]);
  const facts = { ...answered(at(1, '12:00')), unanswered: 1, waitingSince: at(6, '11:00') };
  story.then({ facts, state: 'open', now: at(6, '11:02') });
  // Two of sixteen hours were worked before; the rest begins on Tuesday.
  expect(story.all('resolution')).toMatchObject([{ pausedAt: null, dueAt: at(8, '15:00') }]);
  expect(story.events('resolution')).toEqual(['started', 'paused', 'resumed']);
});

it('lets it stand still for a third party, and not for a colleague', () => {
  const wait = { state: 'waiting_internal', now: at(1, '12:00') } as const;
  expect(new Story().then({ ...wait, waitingFor: 'third_party' }).events('resolution')).toContain('paused');
  expect(new Story().then({ ...wait, waitingFor: 'internal' }).events('resolution')).toEqual(['started']);
});

it('moves the deadline when the calendar, the target or the priority changes, and never the start', () => {
  const shut = { ...office, days: [...office.days, { date: '2026-04-02', name: 'Closed', ranges: [] }] };
  const story = new Story().then({}, { ...book, version: 2, calendars: [shut] });
  expect(story.all('resolution')).toMatchObject([{ startedAt: at(1, '10:00'), dueAt: at(7, '10:00') }]);
  expect(story.all('first_reply')).toMatchObject([{ dueAt: at(1, '11:00') }]);
  story.then({ judged: { ...judged, priority: 1 } });
  expect(story.all('first_reply')).toMatchObject([{ startedAt: at(1, '10:00'), dueAt: at(1, '10:30'), minutes: 30 }]);
  expect(story.events('resolution')).toEqual(['started', 'recomputed', 'recomputed']);
});

it('moves it while it stands still, and never once it is over', () => {
  const story = new Story().then({ facts: answered(at(1, '12:00')), state: 'waiting_customer', now: at(1, '12:00') });
  const [met] = story.all('first_reply');
  story.then(
    { now: at(2, '12:00') },
    { ...book, version: 2, calendars: [aroundTheClock], policies: [{ ...policy, calendarId: null }] },
  );
  expect(story.all('resolution')).toMatchObject([{ pausedFor: 'customer', dueAt: at(2, '02:00') }]);
  expect(story.all('first_reply')).toEqual([met]);
});

it('takes a closed ticket up where it was left, the time in between left out', () => {
  const story = new Story().then({
    facts: answered(at(1, '12:00')),
    state: 'closed',
    outcome: 'resolved',
    now: at(1, '12:00'),
  });
  expect(story.all('resolution')).toMatchObject([{ state: 'met' }]);
  story.then({ facts: quiet, state: 'open', outcome: null, wasClosedAt: at(1, '12:00'), now: at(2, '09:00') });
  expect(story.all('resolution')).toMatchObject([
    { state: 'running', dueAt: at(3, '15:00'), pauses: [{ because: 'closed' }] },
  ]);
});

it.each([
  ['resolved', 'cancelled', 'met'],
  ['community_answered', 'met', 'met'],
  ['no_reply_needed', 'cancelled', 'cancelled'],
  ['spam', 'cancelled', 'cancelled'],
] as const)('closes as %s: the reply is %s, the resolution %s', (outcome, reply, resolution) => {
  const story = new Story().then({ state: 'closed', outcome, now: at(1, '10:30') });
  expect(story.all('first_reply')).toMatchObject([{ state: reply }]);
  expect(story.all('resolution')).toMatchObject([{ state: resolution }]);
  expect(story.clocks.filter(({ state }) => state === 'running')).toEqual([]);
});

it('times how long nobody has it, then how long each lane has', () => {
  const story = new Story().then({ ownerId: 'ana', state: 'open', now: at(1, '10:08') });
  expect(story.all('assignment')).toMatchObject([{ state: 'met', stoppedAt: at(1, '10:08') }]);
  expect(story.all('ownership')).toMatchObject([{ lane: 'care', startedAt: at(1, '10:08'), dueAt: at(1, '12:08') }]);
  story.then({ ownerId: 'ben', now: at(1, '11:00') });
  expect(story.events('ownership')).toEqual(['started']);
  story.then({ judged: { ...judged, lane: 'expert' }, ownerId: 'eve', now: at(1, '11:30') });
  expect(story.all('ownership')).toMatchObject([
    { lane: 'care', state: 'met' },
    { lane: 'expert', state: 'running', dueAt: at(2, '11:30') },
  ]);
  story.then({ ownerId: null, now: at(1, '12:00') });
  expect(story.all('ownership').at(-1)).toMatchObject({ state: 'cancelled' });
  expect(story.all('assignment').at(-1)).toMatchObject({ state: 'running', startedAt: at(1, '12:00') });
});

it('closes the time that a team has it and opens that of the next, and touches no promise to the customer', () => {
  const story = new Story().then({ ownerId: 'ana', state: 'open', now: at(1, '10:08') });
  const promised = story.all('first_reply');
  story.then({ changesTeam: true, now: at(1, '10:30') });
  expect(story.all('ownership')).toMatchObject([
    { lane: 'care', state: 'met', stoppedAt: at(1, '10:30') },
    { lane: 'care', state: 'running', startedAt: at(1, '10:30') },
  ]);
  expect(story.all('first_reply')).toEqual(promised);
});

describe('a reply that waits for approval', () => {
  const waiting = { ...asked, approvalSince: at(1, '16:50') };
  const submitted = () => new Story().then({ facts: waiting, state: 'open', now: at(1, '16:50') });

  it('has a clock of its own, in business time, beside the customer’s', () => {
    const story = submitted();
    expect(story.all('approval')).toMatchObject([{ startedAt: at(1, '16:50'), dueAt: at(2, '09:20') }]);
    expect(story.all('first_reply')).toMatchObject([{ state: 'running' }]);
  });

  it.each<[string, Partial<TicketFacts>, SlaClock['state']]>([
    ['decided in time', { approvalDecidedAt: at(2, '09:10') }, 'met'],
    ['decided late', { approvalDecidedAt: at(2, '09:30') }, 'late'],
    ['withdrawn', {}, 'cancelled'],
  ])('ends when it is %s', (_, facts, state) => {
    const story = submitted().then({ facts: { ...asked, ...facts }, now: at(2, '09:31') });
    expect(story.all('approval')).toMatchObject([{ state }]);
    expect(story.all('first_reply')).toMatchObject([{ state: 'running' }]);
  });

  it('stands still while the customer has written something newer', () => {
    const held = { ...waiting, approvalHeldSince: at(2, '09:05') };
    const story = submitted().then({ facts: held, now: at(2, '09:06') });
    expect(story.all('approval')).toMatchObject([{ pausedFor: 'newer_message', pausedAt: at(2, '09:05') }]);
    story.then({ facts: waiting, now: at(2, '10:05') });
    expect(story.all('approval')).toMatchObject([{ pausedAt: null, dueAt: at(2, '10:20') }]);
    expect(story.events('approval')).toEqual(['started', 'paused', 'resumed']);
  });

  it('goes on as if never decided when the approved reply is taken back', () => {
    const story = submitted()
      .then({ facts: { ...asked, approvalDecidedAt: at(2, '09:10') }, now: at(2, '09:10') })
      .then({ facts: waiting, now: at(2, '09:11') });
    expect(story.all('approval')).toMatchObject([{ state: 'running', dueAt: at(2, '09:20') }]);
  });

  it('gives way to the next one that waits, and to the end of the ticket', () => {
    const next = { ...asked, approvalSince: at(2, '09:00'), approvalDecidedAt: at(2, '09:10') };
    const story = submitted().then({ facts: next, now: at(2, '09:10') });
    expect(story.all('approval').map(({ state, dueAt }) => [state, dueAt])).toEqual([
      ['met', at(2, '09:20')],
      ['running', at(2, '09:30')],
    ]);
    story.then({ facts: next, state: 'closed', outcome: 'resolved', now: at(2, '09:20') });
    expect(story.all('approval').at(-1)).toMatchObject({ state: 'cancelled' });
  });
});

it('ends what is promised no more, and begins what is promised now', () => {
  const { resolution: _resolution, ...targets } = policy.targets;
  const without = { ...book, version: 2, policies: [{ ...policy, targets }] };
  const story = new Story().then({}, without);
  expect(story.all('resolution')).toMatchObject([{ state: 'cancelled' }]);
  story.then({}, { ...book, version: 3 });
  expect(story.all('resolution')).toMatchObject([{ state: 'running', startedAt: at(1, '10:00') }]);
});

it('changes nothing when nothing has changed', () => {
  const story = new Story();
  const before = [...story.clocks];
  story.then({ now: at(1, '10:50') });
  expect(story.clocks).toEqual(before);
});
