import { Button, NativeSelect, TextInput } from '@mantine/core';
import { ladderActs, type SlaPolicy } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import css from './promises.module.css';

type Ladder = SlaPolicy['ladder'];
type Step = Ladder[number];

interface LadderFieldsProps {
  ladder: Ladder;
  onChange: (ladder: Ladder) => void;
}

const mostSteps = 10;

/** Who is told, and when somebody else gets the ticket, in hundredths of the time that was promised. */
export function LadderFields({ ladder, onChange }: LadderFieldsProps) {
  const words = useWords();
  return (
    <div className={css.parts}>
      <p className={css.quiet}>{words.t('promise.ladder-help')}</p>
      {ladder.map((step, at) => (
        <StepFields
          key={at}
          step={step}
          onChange={(next) => {
            onChange(next ? ladder.with(at, next) : ladder.toSpliced(at, 1));
          }}
        />
      ))}
      {ladder.length < mostSteps && (
        <div>
          <Button
            variant="default"
            leftSection={<Icon name="plus" />}
            onClick={() => {
              onChange([...ladder, { percent: 90, act: 'owner' }]);
            }}
          >
            {words.t('promise.add-step')}
          </Button>
        </div>
      )}
    </div>
  );
}

function StepFields({ step, onChange }: { step: Step; onChange: (step: Step | null) => void }) {
  const words = useWords();
  const { percent, act } = step;
  return (
    <div className={css.near}>
      <TextInput
        type="number"
        label={words.t('promise.percent')}
        required
        withAsterisk={false}
        min={act === 'reassign' ? 100 : 1}
        max={1000}
        value={percent}
        onChange={(event) => {
          onChange({ ...step, percent: Number(event.currentTarget.value) });
        }}
      />
      <NativeSelect
        label={words.t('promise.step-act')}
        value={act}
        data={ladderActs.map((value) => ({ value, label: words.t(`ladder.${value}`) }))}
        onChange={(event) => {
          onChange({ ...step, act: ladderActs.find((one) => one === event.currentTarget.value) ?? act });
        }}
      />
      <IconButton
        icon="close"
        label={words.t('promise.remove-step', { percent })}
        onClick={() => {
          onChange(null);
        }}
      />
    </div>
  );
}
