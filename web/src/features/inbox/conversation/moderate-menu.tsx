import { Menu } from '@mantine/core';
import { useState } from 'react';
import type { Conversation, MessageView, ModerationAct } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { IconButton } from '../../../ui/icon-button.js';
import type { IconName } from '../../../ui/icon-paths.js';
import { EditDialog } from './edit-dialog.js';
import { ReasonDialog } from './reason-dialog.js';
import { useModerable } from './use-moderable.js';
import { useModerate } from './use-moderate.js';

const icons: Readonly<Record<ModerationAct, IconName>> = {
  like: 'tick',
  unlike: 'release',
  hide: 'eye-off',
  unhide: 'eye',
  delete: 'bin',
  'edit-own': 'pencil',
};

/** What can be done to one message; nothing is shown where nothing can. */
export function ModerateMenu({ screen, message }: { screen: Conversation; message: MessageView }) {
  const acts = useModerable(screen)(message);
  const [asking, setAsking] = useState<'hide' | 'delete' | 'edit-own' | null>(null);
  const moderate = useModerate();
  if (acts.length === 0 && asking === null) return null;
  const choose = (act: ModerationAct) => {
    if (act === 'hide' || act === 'delete' || act === 'edit-own') setAsking(act);
    else void moderate({ message, act });
  };
  const onDone = () => {
    setAsking(null);
  };
  return (
    <>
      <ActMenu name={message.author.name} acts={acts} onChoose={choose} />
      {asking === 'edit-own' && (
        <EditDialog
          screen={screen}
          message={message}
          onDone={onDone}
          onText={(text) => moderate({ message, act: asking, text })}
        />
      )}
      {(asking === 'hide' || asking === 'delete') && (
        <ReasonDialog
          act={asking}
          message={message}
          onDone={onDone}
          onReason={(reason) => void moderate({ message, act: asking, reason })}
        />
      )}
    </>
  );
}

interface ActMenuProps {
  name: string;
  acts: readonly ModerationAct[];
  onChoose: (act: ModerationAct) => void;
}

function ActMenu({ name, acts, onChoose }: ActMenuProps) {
  const words = useWords();
  return (
    <Menu width={250} position="bottom-start">
      <Menu.Target>
        <IconButton icon="more" label={words.t('moderate.menu', { name })} />
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <Menu.Item
            key={act}
            leftSection={<Icon name={icons[act]} />}
            onClick={() => {
              onChoose(act);
            }}
          >
            {words.t(`moderate.${act}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
