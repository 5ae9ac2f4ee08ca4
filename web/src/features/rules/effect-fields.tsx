import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { lanes, type RoutingRule } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import { ListInput } from './list-input.js';
import css from './rules.module.css';
import { useNames } from '../../api/use-names.js';

type Effects = RoutingRule['then'];
interface EffectFieldsProps {
  then: Effects;
  onChange: (then: Effects) => void;
}

const priorities = [1, 2, 3, 4] as const;

/** What becomes of the ticket. */
export function EffectFields({ then, onChange }: EffectFieldsProps) {
  const words = useWords();
  return (
    <div className={css.parts}>
      <div className={css.pair}>
        <PlaceField then={then} onChange={onChange} />
        <NativeSelect
          label={words.t('ticket.priority')}
          value={String(then.priority ?? '')}
          data={[
            { value: '', label: words.t('rule.as-it-is') },
            ...priorities.map((one) => ({ value: String(one), label: words.t('facts.priority', { priority: one }) })),
          ]}
          onChange={(event) => {
            const priority = priorities.find((one) => String(one) === event.currentTarget.value) ?? null;
            onChange({ ...then, priority });
          }}
        />
      </div>
      <SkillFields then={then} onChange={onChange} />
      <ListInput
        label={words.t('rule.tags')}
        list={then.tags}
        onChange={(tags) => {
          onChange({ ...then, tags });
        }}
      />
      <Checkbox
        checked={then.hold}
        label={words.t('rule.hold-label')}
        onChange={(event) => {
          onChange({ ...then, hold: event.currentTarget.checked });
        }}
      />
    </div>
  );
}

/** A lane, or a team, which has its lane: one choice, so that the two cannot contradict each other. */
function PlaceField({ then, onChange }: EffectFieldsProps) {
  const words = useWords();
  const { teams } = useNames();
  const places = [
    ...lanes.map((lane) => ({ value: `lane ${lane}`, label: words.t(`lane.${lane}`), lane, teamId: null })),
    ...teams.map(({ id, name }) => ({
      value: `team ${id}`,
      label: words.t('rule.to-team', { team: name }),
      lane: null,
      teamId: id,
    })),
  ];
  const chosen = places.find(({ lane, teamId }) => (then.teamId ? teamId === then.teamId : lane === then.lane));
  return (
    <NativeSelect
      label={words.t('rule.place')}
      value={then.lane === null && then.teamId === null ? '' : (chosen?.value ?? '')}
      data={[{ value: '', label: words.t('rule.as-it-is') }, ...places.map(({ value, label }) => ({ value, label }))]}
      onChange={(event) => {
        const place = places.find(({ value }) => value === event.currentTarget.value);
        onChange({ ...then, lane: place?.lane ?? null, teamId: place?.teamId ?? null });
      }}
    />
  );
}

const levels = [1, 2, 3];

function SkillFields({ then, onChange }: EffectFieldsProps) {
  const words = useWords();
  const change = (skills: Effects['skills']) => {
    onChange({ ...then, skills });
  };
  return (
    <>
      {then.skills.map((skill, at) => (
        <SkillField
          key={at}
          skill={skill}
          onChange={(next) => {
            change(next ? then.skills.with(at, next) : then.skills.toSpliced(at, 1));
          }}
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => {
            change([...then.skills, { name: '', level: 1 }]);
          }}
        >
          {words.t('rule.add-skill')}
        </Button>
      </div>
    </>
  );
}

type Skill = Effects['skills'][number];

function SkillField({ skill, onChange }: { skill: Skill; onChange: (skill: Skill | null) => void }) {
  const words = useWords();
  return (
    <div className={css.near}>
      <TextInput
        label={words.t('rule.skill-name')}
        required
        withAsterisk={false}
        maxLength={40}
        value={skill.name}
        onChange={(event) => {
          onChange({ ...skill, name: event.currentTarget.value });
        }}
      />
      <NativeSelect
        label={words.t('rule.skill-level')}
        value={String(skill.level)}
        data={levels.map(String)}
        onChange={(event) => {
          onChange({ ...skill, level: Number(event.currentTarget.value) });
        }}
      />
      <IconButton
        icon="close"
        label={words.t('rule.remove-skill', { name: skill.name })}
        onClick={() => {
          onChange(null);
        }}
      />
    </div>
  );
}
