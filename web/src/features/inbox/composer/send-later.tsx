import { Menu } from '@mantine/core';
import { useState } from 'react';
import { serverTime } from '../../../live/server-now.js';
import { useWords } from '../../../i18n/words-provider.js';
import { IconButton } from '../../../ui/icon-button.js';
import { putOffTimes, timeOf } from '../acts/put-off-times.js';
import type { ComposerState } from './use-composer.js';

/** The reply goes at a better hour, unless the customer writes before: then somebody looks again. */
export function SendLater({ composer }: { composer: ComposerState }) {
  const words = useWords();
  const [now, setNow] = useState(() => serverTime.now());
  const closesAt = composer.way?.closesAt ?? null;
  const times = putOffTimes.flatMap((choice) => {
    const at = timeOf(choice, now);
    return at === null ? [] : [{ choice, at }];
  });
  // A note is for colleagues: it waits for nothing.
  if (composer.way === null) return null;
  const ready = composer.obstacle === null && composer.files.uploading.length === 0;
  return (
    <Menu
      width={290}
      position="top-end"
      onOpen={() => {
        setNow(serverTime.now());
      }}
    >
      <Menu.Target>
        <IconButton icon="clock" label={words.t('send-later.label')} disabled={!ready || composer.busy} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.t('send-later.text')}</Menu.Label>
        {times.map(({ choice, at }) => (
          <Menu.Item
            key={choice}
            disabled={closesAt !== null && at.getTime() >= Date.parse(closesAt)}
            onClick={() => {
              composer.send({ sendAt: at.toISOString() });
            }}
          >
            {words.t(`put-off.${choice}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
