import { Button, TextInput } from '@mantine/core';
import type { RoutingRule } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import { ListInput } from './list-input.js';
import css from './rules.module.css';

type Pattern = NonNullable<RoutingRule['when']['text']>;
type Pair = Pattern['near'][number];

interface PatternFieldsProps {
  pattern: Pattern | null;
  onChange: (pattern: Pattern | null) => void;
}

const empty: Pattern = { any: [], all: [], none: [], near: [] };
const usualDistance = 5;

const lists = ['any', 'all', 'none'] as const;

/** Words and phrases: some of them, all of them, none of them, or two that stand near each other. */
export function PatternFields({ pattern, onChange }: PatternFieldsProps) {
  const words = useWords();
  const now = pattern ?? empty;
  const change = (next: Pattern) => {
    const { any, all, none, near } = next;
    onChange(any.length + all.length + none.length + near.length === 0 ? null : next);
  };
  return (
    <div className={css.parts}>
      <p className={css.quiet}>{words.t('rule.pattern-help')}</p>
      {lists.map((name) => (
        <ListInput
          key={name}
          label={words.t(`rule.${name}`)}
          list={now[name]}
          onChange={(list) => {
            change({ ...now, [name]: list });
          }}
        />
      ))}
      <NearPairs
        pairs={now.near}
        onChange={(near) => {
          change({ ...now, near });
        }}
      />
    </div>
  );
}

function NearPairs({ pairs, onChange }: { pairs: readonly Pair[]; onChange: (pairs: readonly Pair[]) => void }) {
  const words = useWords();
  return (
    <>
      {pairs.map((pair, at) => (
        <NearFields
          key={at}
          pair={pair}
          onChange={(next) => {
            onChange(next ? pairs.with(at, next) : pairs.toSpliced(at, 1));
          }}
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => {
            onChange([...pairs, { first: '', second: '', within: usualDistance }]);
          }}
        >
          {words.t('rule.add-near')}
        </Button>
      </div>
    </>
  );
}

function NearFields({ pair, onChange }: { pair: Pair; onChange: (pair: Pair | null) => void }) {
  const words = useWords();
  return (
    <div className={css.near}>
      <TextInput
        label={words.t('rule.near-first')}
        value={pair.first}
        onChange={(event) => {
          onChange({ ...pair, first: event.currentTarget.value });
        }}
      />
      <TextInput
        label={words.t('rule.near-second')}
        value={pair.second}
        onChange={(event) => {
          onChange({ ...pair, second: event.currentTarget.value });
        }}
      />
      <TextInput
        type="number"
        label={words.t('rule.near-within')}
        min={1}
        max={50}
        value={pair.within}
        onChange={(event) => {
          onChange({ ...pair, within: Number(event.currentTarget.value) });
        }}
      />
      <IconButton
        icon="close"
        label={words.t('rule.remove-near')}
        onClick={() => {
          onChange(null);
        }}
      />
    </div>
  );
}
