import type { HistoryLine } from '../../../../../src/contract/index.js';
import { clockKinds, lanes, outcomes } from '../../../../../src/contract/index.js';
import type { Words } from '../../../i18n/words.js';

type Tell = (words: Words, facts: HistoryLine['facts'], who: string) => string;

/** What somebody did that needs no more than their name. */
const turns = [
  'expert-accepted',
  'expert-later',
  'expert-passed',
  'expert-taken',
  'expert-submitted',
  'expert-returned',
  'expert-answered',
  'expert-advised',
  'expert-withdrawn',
  'approval-asked',
  'approval-given',
  'approval-returned',
  'approval-rejected',
  'approval-withdrawn',
  'approval-late',
  'approval-missed-time',
] as const;

const told =
  (key: `history.${(typeof turns)[number]}`): Tell =>
  (words, _facts, who) =>
    words.t(key, { who });

const tellers: Readonly<Record<string, Tell>> = {
  opened: (words) => words.t('history.opened'),
  reopened: (words, _facts, who) => words.t('history.reopened', { who }),
  classified,
  assigned: (words, { agent, to, for: absent }, who) =>
    absent
      ? words.t('history.assigned-instead', { who, agent: to ?? '…', absent })
      : words.t('history.assigned', { who, agent: agent ?? to ?? '…' }),
  taken: (words, _facts, who) => words.t('history.taken', { who }),
  released: (words, { because }, who) => {
    if (because === 'absent') return words.t('history.released-absent');
    return because === 'away' ? words.t('history.left') : words.t('history.released', { who });
  },
  transferred: (words, { to, lane }, who) => words.t('history.transferred', { who, lane: laneName(words, to ?? lane) }),
  closed: (words, { outcome }, who) => words.t('history.closed', { who, outcome: outcomeName(words, outcome) }),
  waiting: (words) => words.t('history.waiting'),
  'reply-failed': (words) => words.t('history.reply-failed'),
  'person-blocked-us': (words) => words.t('history.person-blocked-us'),
  'waiting-internal': (words, facts, who) =>
    words.t(facts['for'] === 'third_party' ? 'history.waiting-third-party' : 'history.waiting-internal', { who }),
  snoozed: (words, { until }, who) => words.t('history.snoozed', { who, until: until ? words.moment(until) : '…' }),
  woken: (words) => words.t('history.woken'),
  resumed: (words, _facts, who) => words.t('history.resumed', { who }),
  merged: (words, { number }, who) => words.t('history.merged', { who, number: number ?? '…' }),
  'merged-into': (words, { number }, who) => words.t('history.merged-into', { who, number: number ?? '…' }),
  unmerged: (words, { number }, who) => words.t('history.unmerged', { who, number: number ?? '…' }),
  split: (words, { number }, who) => words.t('history.split', { who, number: number ?? '…' }),
  'split-from': (words, { number }, who) => words.t('history.split-from', { who, number: number ?? '…' }),
  unsplit: (words, { number }, who) => words.t('history.unsplit', { who, number: number ?? '…' }),
  'put-back': (words, _facts, who) => words.t('history.put-back', { who }),
  'expert-asked': (words, { to }, who) => words.t('history.expert-asked', { who, name: to ?? '…' }),
  'expert-warned': (words, { to }) => words.t('history.expert-warned', { name: to ?? '…' }),
  'expert-expired': (words, { to }) => words.t('history.expert-expired', { name: to ?? '…' }),
  rerouted: (words, { to, priority }) =>
    words.t('history.rerouted', { lane: laneName(words, to), priority: priority ?? '…' }),
  'approval-not-picked': (words, { of }, who) => words.t('history.approval-not-picked', { who, of: of ?? '…' }),
  ...Object.fromEntries(turns.map((turn) => [turn, told(`history.${turn}`)])),
  offered: (words, { to, seconds }) => words.t('history.offered', { agent: to ?? '…', seconds: seconds ?? '…' }),
  'offer-accepted': (words, _facts, who) => words.t('history.offer-accepted', { who }),
  'offer-declined': (words, _facts, who) => words.t('history.offer-declined', { who }),
  'offer-timed-out': (words, { to }) => words.t('history.offer-timed-out', { agent: to ?? '…' }),
  'offer-withdrawn': (words, { to }) => words.t('history.offer-withdrawn', { agent: to ?? '…' }),
  'pen-taken': (words, { from }, who) => words.t('history.pen-taken', { who, from: from ?? '…' }),
  tray: (words, { because, from }) =>
    because === 'away' ? words.t('history.tray-left', { agent: from ?? '…' }) : words.t('history.tray'),
  breached: (words, { clock }) => words.t('history.breached', { clock: clockName(words, clock) }),
  escalated: (words, { clock, from }) =>
    words.t('history.escalated', { clock: clockName(words, clock), agent: from ?? '…' }),
  reclassified,
};

/** A line of history in the reader's language; a fact that is missing leaves a gap, never an empty line. */
export function historyText(words: Words, line: HistoryLine): string {
  const who = line.actor?.name ?? words.t('history.relais');
  return tellers[line.code]?.(words, line.facts, who) ?? words.t('history.changed', { who });
}

function classified(words: Words, facts: HistoryLine['facts']): string {
  const topic = facts['topic'];
  const lane = laneName(words, facts['lane'] ?? facts['to']);
  return topic === undefined || topic === ''
    ? words.t('history.classified.unsure', { lane })
    : words.t('history.classified', { topic: words.topic(topic), lane });
}

/** The topic, the priority or both; an empty topic is none. */
function reclassified(words: Words, { topic, priority }: HistoryLine['facts'], who: string): string {
  const named = topic ? words.topic(topic) : words.t('facts.no-topic');
  return [
    ...(topic === undefined ? [] : [words.t('history.reclassified', { who, topic: named })]),
    ...(priority === undefined ? [] : [words.t('history.reprioritised', { who, priority })]),
  ].join(' · ');
}

function clockName(words: Words, value: string | undefined): string {
  const kind = clockKinds.find((one) => one === value);
  return kind ? words.t(`clock.${kind}`) : (value ?? '…');
}

function laneName(words: Words, value: string | undefined): string {
  const lane = lanes.find((one) => one === value);
  return lane ? words.t(`lane.${lane}`) : (value ?? '…');
}

function outcomeName(words: Words, value: string | undefined): string {
  const outcome = outcomes.find((one) => one === value);
  return outcome ? words.t(`outcome.${outcome}`) : (value ?? '…');
}
