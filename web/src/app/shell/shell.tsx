import { Outlet, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { LiveProvider } from '../../live/live-context.js';
import { useWords } from '../../i18n/words-provider.js';
import { Toasts } from '../../ui/toasts.js';
import { useKeys } from '../../ui/use-keys.js';
import { Banners } from './banners.js';
import { Overlays, type Overlay } from './overlays.js';
import { Rail } from './rail.js';
import css from './shell.module.css';
import { TopicNames } from './topic-names.js';
import { TopBar } from './top-bar.js';
import { useGoKeys } from './use-go-keys.js';
import { useLiveLink } from './use-live-link.js';
import { usePaletteKey } from './use-palette-key.js';

/** The frame around every screen of the one who is signed in. */
export function Shell() {
  const words = useWords();
  const live = useLiveLink();
  const { ticket }: { ticket?: string } = useParams({ strict: false });
  const [overlay, setOverlay] = useState<Overlay>(null);
  const open = (which: Overlay) => () => {
    setOverlay(which);
  };
  const armed = useGoKeys();
  usePaletteKey(open('palette'));
  useKeys({ '?': open('keys') });
  return (
    <TopicNames>
      <LiveProvider live={live}>
        <div className={css.shell} data-open-ticket={ticket !== undefined}>
          <a className="skip-link" href="#main">
            {words.t('shell.skip')}
          </a>
          <Rail />
          <div className={css.body}>
            <TopBar onSearch={open('palette')} onKeys={open('keys')} />
            <Banners />
            <main id="main" className={css.main} tabIndex={-1}>
              <Outlet />
            </main>
          </div>
        </div>
        {armed && (
          <p className={css.hint} role="status">
            {words.t('help.go-hint')}
          </p>
        )}
        <Toasts label={words.t('shell.news')} closeLabel={words.t('shell.close')} />
        <Overlays overlay={overlay} onChange={setOverlay} />
      </LiveProvider>
    </TopicNames>
  );
}
