import { Menu } from '@mantine/core';
import { useState } from 'react';
import type { Conversation, MessageView, ModerationAct } from '../../../../../src/contract/index.js';
import { messages } from '../../../api/messages.js';
import { useAct } from '../../../api/use-act.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { IconButton } from '../../../ui/icon-button.js';
import type { IconName } from '../../../ui/icon-paths.js';
import { ReasonDialog } from './reason-dialog.js';
import { useModerable } from './use-moderable.js';

type Act = Exclude<ModerationAct, 'edit-own'>;

const icons: Readonly<Record<Act, IconName>> = {
  like: 'tick',
  unlike: 'release',
  hide: 'eye-off',
  unhide: 'eye',
  delete: 'bin',
};

/** What can be done to one message; nothing is shown where nothing can. */
export function ModerateMenu({ screen, message }: { screen: Conversation; message: MessageView }) {
  const acts = useModerable(screen, message).filter((act) => act !== 'edit-own');
  const [asking, setAsking] = useState<'hide' | 'delete' | null>(null);
  const moderate = useAct((body: Parameters<typeof messages.moderate>[1]) => messages.moderate(message.id, body));
  if (acts.length === 0) return null;
  const choose = (act: Act) => {
    if (act === 'hide' || act === 'delete') setAsking(act);
    else moderate.mutate({ act });
  };
  return (
    <>
      <ActMenu name={message.author.name} acts={acts} onChoose={choose} />
      {asking && (
        <ReasonDialog
          act={asking}
          onDone={() => {
            setAsking(null);
          }}
          onReason={(reason) => {
            moderate.mutate({ act: asking, reason });
          }}
        />
      )}
    </>
  );
}

interface ActMenuProps {
  name: string;
  acts: readonly Act[];
  onChoose: (act: Act) => void;
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
