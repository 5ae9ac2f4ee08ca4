import { targetNames, type CalendarView, type SlaPolicy } from '../../../../src/contract/index.js';
import { useNames } from '../../api/use-names.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import { MoveButtons } from '../../ui/move-buttons.js';
import { useDragOrder } from '../../ui/use-drag-order.js';
import own from './policies.module.css';
import { conditionTexts, isAlways } from './policy-conditions.js';
import css from './promises.module.css';
import { spanText } from './span-text.js';

interface Acts {
  onChange: (policies: readonly SlaPolicy[]) => void;
  onEdit: (policy: SlaPolicy) => void;
  onRemove: (policy: SlaPolicy) => void;
}
export interface PolicyListProps {
  policies: readonly SlaPolicy[];
  calendars: readonly CalendarView[];
  /** Null for those who may only look. */
  acts: Acts | null;
}

/** The promises in the order in which they are asked; the first that is for a ticket counts. */
export function PolicyList({ policies, calendars, acts }: PolicyListProps) {
  const words = useWords();
  const drag = useDragOrder(
    acts &&
      ((from, to) => {
        const moved = policies.slice(from, from + 1);
        acts.onChange(policies.toSpliced(from, 1).toSpliced(to, 0, ...moved));
      }),
  );
  return (
    <ol className={own.list} aria-label={words.t('promise.title')}>
      {policies.map((policy, at) => (
        <li key={policy.id} className={own.policy} {...drag(at)}>
          <span className={own.place} aria-hidden="true">
            {at + 1}
          </span>
          <div className={own.told}>
            <h2 className={own.name}>{policy.name}</h2>
            <Unreached policies={policies} at={at} />
            <Told policy={policy} calendars={calendars} />
          </div>
          {acts && <PolicyActs policies={policies} at={at} acts={acts} />}
        </li>
      ))}
    </ol>
  );
}

/** Below one that is for every ticket, no other is ever asked. */
function Unreached({ policies, at }: { policies: readonly SlaPolicy[]; at: number }) {
  const words = useWords();
  const by = policies.slice(0, at).find(({ when }) => isAlways(when));
  if (!by) return null;
  return (
    <p className={own.warning}>
      <Icon name="late" size={14} />
      {words.t('promise.unreached', { name: by.name })}
    </p>
  );
}

function Told({ policy, calendars }: { policy: SlaPolicy; calendars: readonly CalendarView[] }) {
  const words = useWords();
  const names = useNames();
  const asked = conditionTexts(words, policy.when, names);
  const calendar = calendars.find(({ id }) => id === policy.calendarId)?.name ?? words.t('promise.around-the-clock');
  const steps = policy.ladder.map(({ percent, act }) =>
    words.t('promise.step', { percent, act: words.t(`ladder.${act}`) }),
  );
  return (
    <>
      <p className={css.quiet}>{asked.length === 0 ? words.t('promise.for-all') : asked.join(' · ')}</p>
      <Targets policy={policy} />
      <p className={css.quiet}>
        {words.t('promise.counted', { calendar })}
        {steps.length > 0 && ` · ${steps.join(', ')}`}
      </p>
    </>
  );
}

const priorities = [1, 2, 3, 4];

function Targets({ policy: { name, targets } }: { policy: SlaPolicy }) {
  const words = useWords();
  return (
    <div className={own.frame}>
      <table className={own.table} aria-label={words.t('promise.targets-of', { name })}>
        <thead>
          <tr>
            <td />
            {priorities.map((priority) => (
              <th key={priority} scope="col" aria-label={words.t('facts.priority', { priority })}>
                {words.t('promise.p', { priority })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {targetNames.map((target) => {
            const minutes = targets[target];
            return (
              minutes && (
                <tr key={target}>
                  <th scope="row">{words.t(`target.${target}`)}</th>
                  {minutes.map((value, at) => (
                    <td key={at}>{spanText(value)}</td>
                  ))}
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function PolicyActs({ policies, at, acts }: { policies: readonly SlaPolicy[]; at: number; acts: Acts }) {
  const words = useWords();
  const policy = policies[at];
  if (!policy) return null;
  const { name } = policy;
  return (
    <div className={own.acts}>
      <MoveButtons
        list={policies}
        at={at}
        labels={{
          up: words.t('rules.up', { name }),
          down: words.t('rules.down', { name }),
          first: words.t('promise.first'),
          last: words.t('promise.last'),
          moved: (place) => words.t('rules.moved', { name, place, count: policies.length }),
        }}
        onChange={acts.onChange}
      />
      <IconButton
        icon="pencil"
        label={words.t('rules.edit', { name })}
        onClick={() => {
          acts.onEdit(policy);
        }}
      />
      <IconButton
        icon="bin"
        label={words.t('rules.remove', { name })}
        refused={policies.length === 1 ? words.t('promise.only-one') : undefined}
        onClick={() => {
          acts.onRemove(policy);
        }}
      />
    </div>
  );
}
