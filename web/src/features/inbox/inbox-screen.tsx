import { useEffect, useState } from 'react';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { Divider } from '../../ui/divider.js';
import { EmptyState } from '../../ui/empty-state.js';
import { SideDrawer } from '../../ui/side-drawer.js';
import { useKeys } from '../../ui/use-keys.js';
import { ActsProvider } from './acts/acts-context.js';
import { useActKeys } from './acts/use-act-keys.js';
import css from './inbox-screen.module.css';
import { fetchPanes, LateContext, LateConversation, LateLeavingBar } from './late-panes.js';
import { ListPane } from './list/list-pane.js';
import { usePlace } from './place.js';
import { usePanes, type Pane, type Panes as AllPanes } from './use-panes.js';
import { ViewsPane } from './views/views-pane.js';

/** Views, list, conversation and context: as many of the four as the screen has room for. */
export function InboxScreen() {
  return (
    <ActsProvider>
      <Panes />
    </ActsProvider>
  );
}

type DrawerName = 'views' | 'context';

function Panes() {
  const place = usePlace();
  const panes = usePanes();
  const { agent } = useMe();
  const [drawer, setDrawer] = useState<DrawerName | null>(null);
  const { ticketId } = place;
  const toContext = () => {
    if (panes.room === 'four') panes.showContext(!panes.contextShown);
    else setDrawer(drawer === 'context' ? null : 'context');
  };
  const toViews = () => {
    setDrawer('views');
  };
  const back = () => {
    place.openTicket(null);
  };
  useEffect(() => {
    fetchPanes(agent.id);
  }, [agent.id]);
  useActKeys();
  useKeys({
    i: () => {
      if (ticketId !== null) toContext();
    },
    b: back,
    Escape: back,
  });
  const acts = { back, toContext, toViews };
  return (
    <div className={css.screen}>
      {panes.room === 'one' ? <OnePane acts={acts} /> : <SideBySide panes={panes} acts={acts} />}
      <Drawers
        shown={panes.room === 'four' ? null : drawer}
        onClose={() => {
          setDrawer(null);
        }}
      />
    </div>
  );
}

interface PaneActs {
  back: () => void;
  toContext: () => void;
  toViews: () => void;
}

function OnePane({ acts }: { acts: PaneActs }) {
  const { ticketId } = usePlace();
  return (
    <div className={css.main}>
      {ticketId === null ? (
        <div className={css.stack}>
          <ListPane onViews={acts.toViews} />
          <LateLeavingBar screen={null} />
        </div>
      ) : (
        <LateConversation ticketId={ticketId} onBack={acts.back} onContext={acts.toContext} contextShown={false} />
      )}
    </div>
  );
}

function SideBySide({ panes, acts }: { panes: AllPanes; acts: PaneActs }) {
  const words = useWords();
  const { ticketId } = usePlace();
  const four = panes.room === 'four';
  const context = four && panes.contextShown && ticketId !== null;
  return (
    <>
      {four && (
        <>
          <div style={{ width: panes.views.width }} className={css.pane}>
            <ViewsPane />
          </div>
          <Edge pane={panes.views} label={words.t('divider.views')} />
        </>
      )}
      <div style={{ width: panes.list.width }} className={css.pane}>
        <ListPane onViews={four ? null : acts.toViews} />
      </div>
      <Edge pane={panes.list} label={words.t('divider.list')} />
      <div className={css.main}>
        {ticketId === null ? (
          <div className={css.nothing}>
            <EmptyState icon="tray" title={words.t('conversation.none')} text={words.t('conversation.none.text')} />
          </div>
        ) : (
          <LateConversation ticketId={ticketId} onBack={null} onContext={acts.toContext} contextShown={context} />
        )}
      </div>
      {context && (
        <>
          <Edge pane={panes.context} label={words.t('divider.context')} after />
          <div style={{ width: panes.context.width }} className={css.pane}>
            <LateContext ticketId={ticketId} />
          </div>
        </>
      )}
    </>
  );
}

function Drawers({ shown, onClose }: { shown: DrawerName | null; onClose: () => void }) {
  const words = useWords();
  const { ticketId } = usePlace();
  return (
    <>
      <SideDrawer
        opened={shown === 'views'}
        side="left"
        title={words.t('views.label')}
        closeLabel={words.t('shell.close')}
        onClose={onClose}
      >
        <ViewsPane onChosen={onClose} />
      </SideDrawer>
      <SideDrawer
        opened={shown === 'context' && ticketId !== null}
        side="right"
        title={words.t('context.label')}
        closeLabel={words.t('shell.close')}
        onClose={onClose}
      >
        {ticketId !== null && <LateContext ticketId={ticketId} />}
      </SideDrawer>
    </>
  );
}

function Edge({ pane, label, after = false }: { pane: Pane; label: string; after?: boolean }) {
  return (
    <Divider
      label={label}
      width={pane.width}
      min={pane.min}
      max={pane.max}
      after={after}
      onChange={pane.set}
      onReset={pane.reset}
    />
  );
}
