import { Button, CopyButton } from '@mantine/core';
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { awaitedStates, may, withExpert, type AskView } from '../../../../src/contract/index.js';
import { asks } from '../../api/experts.js';
import { useAct } from '../../api/use-act.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { toast } from '../../ui/toasts.js';
import { AgainDialog } from './again-dialog.js';
import css from './experts.module.css';
import { LinkDialog } from './link-dialog.js';
import { ReviewDialog } from './review-dialog.js';

type Opened = 'review' | 'link' | 'again' | null;

/** What the reader may do with a question as it stands. */
export function AskActs({ ask }: { ask: AskView }) {
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => {
    setOpened(null);
  };
  return (
    <>
      <div className={css.acts}>
        <Buttons ask={ask} onOpen={setOpened} />
      </div>
      {opened === 'review' && <ReviewDialog ask={ask} onClose={close} />}
      {opened === 'link' && <LinkDialog ask={ask} onClose={close} />}
      {opened === 'again' && <AgainDialog ask={ask} onClose={close} />}
    </>
  );
}

function Buttons({ ask, onOpen }: { ask: AskView; onOpen: (what: Opened) => void }) {
  const words = useWords();
  const { agent } = useMe();
  const rights = rightsOn(ask, agent.id, may(agent, 'asks.coach').ok);
  const open = (what: Opened) => () => {
    onOpen(what);
  };
  return (
    <>
      {rights.review && <Button onClick={open('review')}>{words.t('ask.review')}</Button>}
      {rights.reply && (
        <Button renderRoot={(props) => <Link {...props} to="/ask" search={{ id: ask.id }} />}>
          {words.t('ask.reply')}
        </Button>
      )}
      {rights.again && <Button onClick={open('again')}>{words.t('ask.again')}</Button>}
      {rights.link && (
        <Button variant="default" onClick={open('link')}>
          {words.t('ask.link', { name: ask.expert.name })}
        </Button>
      )}
      {rights.withdraw && <Withdraw ask={ask} />}
      {rights.again && <Holding text={ask.holdingReply} />}
    </>
  );
}

function rightsOn(ask: AskView, me: string, coaches: boolean) {
  const leads = coaches || ask.asker.id === me;
  const isTheirs = ask.expert.id === me;
  const isRunning = withExpert.includes(ask.state);
  return {
    review: ask.state === 'in_review' && coaches && !isTheirs,
    reply: isTheirs && isRunning,
    again: leads && (ask.state === 'expired' || ask.state === 'not_me'),
    link: isRunning && (coaches || isTheirs),
    withdraw: leads && awaitedStates.includes(ask.state),
  };
}

function Withdraw({ ask }: { ask: AskView }) {
  const words = useWords();
  const withdraw = useAct(asks.withdraw, () => {
    toast({ text: words.t('ask.withdrawn') });
  });
  return (
    <Button
      variant="subtle"
      onClick={() => {
        withdraw.mutate(ask.id);
      }}
    >
      {words.t('ask.withdraw')}
    </Button>
  );
}

function Holding({ text }: { text: string }) {
  const words = useWords();
  return (
    <blockquote className={css.written}>
      <span className={css.quiet}>{words.t('ask.holding')}</span>
      {text}
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <span>
            <Button variant="subtle" size="xs" onClick={copy}>
              {words.t(copied ? 'ask.link-copied' : 'ask.link-copy')}
            </Button>
          </span>
        )}
      </CopyButton>
    </blockquote>
  );
}
