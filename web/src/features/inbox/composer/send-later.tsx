import { Menu } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { ReplyWay } from '../../../../../src/contract/index.js';
import { serverTime } from '../../../live/server-now.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { IconButton } from '../../../ui/icon-button.js';
import { putOffTimes, timeOf } from '../acts/put-off-times.js';
import css from './composer.module.css';
import { shutBy } from './shut-by.js';
import type { ComposerState } from './use-composer.js';

const SendLaterDialog = lazy(() =>
  import('./send-later-dialog.js').then(({ SendLaterDialog }) => ({ default: SendLaterDialog })),
);

/** The reply goes at a better hour, unless the customer writes before: then somebody looks again. */
export function SendLater({ composer }: { composer: ComposerState }) {
  const [asksMoment, setAsksMoment] = useState(false);
  const [unlessAnswered, setUnlessAnswered] = useState(true);
  const { way } = composer;
  // A note is for colleagues: it waits for nothing.
  if (way === null) return null;
  const close = () => {
    setAsksMoment(false);
  };
  const plan = (at: Date, unless: boolean) => {
    composer.send({ sendAt: at.toISOString(), unlessAnswered: unless });
  };
  const ready = composer.obstacle === null && composer.files.uploading.length === 0;
  return (
    <>
      <LaterMenu
        way={way}
        disabled={!ready || composer.busy}
        onChosen={plan}
        onAsk={(unless) => {
          setUnlessAnswered(unless);
          setAsksMoment(true);
        }}
      />
      <Suspense>
        {asksMoment && <SendLaterDialog way={way} unlessAnswered={unlessAnswered} onDone={close} onChosen={plan} />}
      </Suspense>
    </>
  );
}

interface LaterMenuProps {
  way: ReplyWay;
  disabled: boolean;
  onChosen: (at: Date, unlessAnswered: boolean) => void;
  /** A moment of their own is to be asked for. */
  onAsk: (unlessAnswered: boolean) => void;
}

function LaterMenu({ way, disabled, onChosen, onAsk }: LaterMenuProps) {
  const words = useWords();
  const [unlessAnswered, setUnlessAnswered] = useState(true);
  return (
    <Menu
      width={300}
      position="top-end"
      onOpen={() => {
        setUnlessAnswered(true);
      }}
    >
      <Menu.Target>
        <IconButton icon="clock" label={words.t('send-later.label')} disabled={disabled} />
      </Menu.Target>
      <Menu.Dropdown>
        <Times
          way={way}
          onChosen={(at) => {
            onChosen(at, unlessAnswered);
          }}
        />
        <Menu.Item
          onClick={() => {
            onAsk(unlessAnswered);
          }}
        >
          {words.t('put-off.date')}
        </Menu.Item>
        <Menu.Divider />
        <Unless chosen={unlessAnswered} onChange={setUnlessAnswered} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Drawn anew each time the menu opens: an evening may have begun since. */
function Times({ way, onChosen }: { way: ReplyWay; onChosen: (at: Date) => void }) {
  const words = useWords();
  const [now] = useState(() => serverTime.now());
  return putOffTimes.map((choice) => {
    const at = timeOf(choice, now);
    const why = at && shutBy(words, way, at);
    return (
      at && (
        <Menu.Item
          key={choice}
          disabled={why !== null}
          onClick={() => {
            onChosen(at);
          }}
        >
          {words.t(`put-off.${choice}`)}
          {why !== null && <span className={css.why}>{why}</span>}
        </Menu.Item>
      )
    );
  });
}

function Unless({ chosen, onChange }: { chosen: boolean; onChange: (chosen: boolean) => void }) {
  const words = useWords();
  return (
    <Menu.CheckboxItem
      value=""
      checked={chosen}
      checkIcon={<Icon name="tick" size={16} />}
      closeMenuOnClick={false}
      onChange={onChange}
    >
      {words.t('send-later.unless')}
    </Menu.CheckboxItem>
  );
}
