import type { TicketRow, WhyView } from '../../../../../src/contract/index.js';
import type { PhraseKey } from '../../../i18n/phrases.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import css from './context-pane.module.css';
import { Section } from './section.js';

const rules: Readonly<Record<string, PhraseKey>> = {
  topic: 'why.rule.topic',
  'private-message': 'why.rule.private-message',
  unsure: 'why.rule.unsure',
  lane: 'why.rule.lane',
  transferred: 'why.rule.transferred',
  manual: 'why.rule.transferred',
  split: 'why.rule.split',
};
const reasons: Readonly<Record<string, PhraseKey>> = {
  'last-owner': 'why.reason.last-owner',
  'least-busy': 'why.reason.least-busy',
  asked: 'why.reason.asked',
  'on-call': 'why.reason.on-call',
  'stand-in': 'why.reason.stand-in',
};
const exclusions: Readonly<Record<string, PhraseKey>> = {
  'not-connected': 'why.other.not-connected',
  'not-available': 'why.other.not-available',
  language: 'why.other.language',
  full: 'why.other.full',
  busier: 'why.other.busier',
  team: 'why.other.team',
  skill: 'why.other.skill',
  'off-shift': 'why.other.off-shift',
  absent: 'why.other.absent',
  account: 'why.other.account',
  'gave-back': 'why.other.gave-back',
  declined: 'why.other.declined',
  'no-answer': 'why.other.no-answer',
  deciding: 'why.other.deciding',
};

/** Why the ticket is in this lane and in these hands: in sentences, with what they rest on. */
export function WhyCard({ why, ticket }: { why: WhyView; ticket: TicketRow }) {
  const words = useWords();
  return (
    <Section title={words.t('why.title')}>
      <ul className={css.why}>
        <li>
          <strong>{why.topic.id === null ? words.t('why.no-topic') : words.topic(why.topic.id)}</strong>
          {why.topic.id !== null && <Confidence share={why.topic.confidence} />}
          {why.topic.words.length > 0 && (
            <p className={css.quiet}>
              {words.t('why.words', {
                words: words.list(why.topic.words.map((word) => words.t('why.word', { word }))),
              })}
            </p>
          )}
        </li>
        <li>
          <strong>{placeName(words, why)}</strong>
          {laneTexts(words, why).map((text) => (
            <p key={text} className={css.quiet}>
              {text}
            </p>
          ))}
        </li>
        <li>
          <strong>{why.assignment?.agent.name ?? words.t('facts.no-owner')}</strong>
          <p className={css.quiet}>{handsText(words, why, ticket)}</p>
          <Others why={why} />
        </li>
      </ul>
    </Section>
  );
}

function Confidence({ share }: { share: number }) {
  const words = useWords();
  return (
    <span className={css.confidence}>
      <span className={css.bar} aria-hidden="true">
        <span style={{ width: `${String(Math.round(share * 100))}%` }} />
      </span>
      {words.t('why.confidence', { share: words.percent(share) })}
    </span>
  );
}

function placeName(words: Words, { lane }: WhyView): string {
  const name = words.t(`lane.${lane.lane}`);
  return lane.team === null ? name : words.t('why.team', { lane: name, team: lane.team });
}

/** The rules that decided, with the words they found; what they left open follows from the topic. */
function laneTexts(words: Words, { lane }: WhyView): string[] {
  const key = rules[lane.rule];
  const decided = lane.decidedBy.map(({ name, points, words: found }) => {
    const told = points === null ? words.t('why.by-rule', { name }) : words.t('why.by-score', { name, points });
    if (found.length === 0) return told;
    const quoted = words.list(found.map((word) => words.t('why.word', { word })));
    return `${told} ${words.t('why.words', { words: quoted })}`;
  });
  return [
    ...decided,
    ...(key ? [words.t(key)] : []),
    ...lane.skills.map(({ name, level }) => words.t('why.needs', { name, level })),
    ...(lane.tags.length > 0 ? [lane.tags.map((tag) => `#${tag}`).join(' ')] : []),
    ...(lane.held ? [words.t('why.held')] : []),
    ...(lane.trayAt === null ? [] : [words.t('why.tray', { at: words.moment(lane.trayAt) })]),
  ];
}

function handsText(words: Words, { assignment }: WhyView, ticket: TicketRow): string {
  if (!assignment) return words.t(ticket.state === 'closed' ? 'why.closed' : 'why.nobody');
  const at = words.moment(assignment.at);
  const how = words.t(`why.how.${assignment.how}`, { at });
  const key = reasons[assignment.reason ?? ''];
  const slots = assignment.slots;
  return [how, key ? words.t(key) : null, slots ? words.t('why.slots', { used: slots.used, limit: slots.limit }) : null]
    .filter((part) => part !== null)
    .join(' ');
}

function Others({ why: { assignment } }: { why: WhyView }) {
  const words = useWords();
  if (!assignment || assignment.others.length === 0) return null;
  return (
    <details className={css.others}>
      <summary>{words.t('why.others', { count: assignment.others.length })}</summary>
      <ul>
        {assignment.others.map(({ name, because }) => {
          const key = exclusions[because];
          return (
            <li key={name}>
              {name} <span className={css.quiet}>— {key ? words.t(key) : because}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
