import { useRef } from 'react';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import type { IconName } from '../../../ui/icon-paths.js';
import css from './mode-tabs.module.css';
import { modes, type Mode, type Routes } from './modes.js';

interface ModeTabsProps {
  mode: Mode;
  routes: Routes;
  onMode: (mode: Mode) => void;
}

const icons: Readonly<Record<Mode, IconName>> = { public: 'globe', private: 'lock', note: 'note' };
const keys: Readonly<Record<Mode, string>> = { public: 'r', private: 'p', note: 'n' };

/** To whom one speaks. A way that is shut can still be chosen: it then says why, and what else there is. */
export function ModeTabs({ mode, routes, onMode }: ModeTabsProps) {
  const words = useWords();
  const group = useRef<HTMLDivElement>(null);
  const offered = modes.filter((one) => one === 'note' || routes[one] !== null);
  const move = (step: 1 | -1) => {
    const next = offered[(offered.indexOf(mode) + step + offered.length) % offered.length];
    if (!next) return;
    onMode(next);
    group.current?.querySelector<HTMLElement>(`[data-mode="${next}"]`)?.focus();
  };
  return (
    <div
      ref={group}
      className={css.tabs}
      role="radiogroup"
      aria-label={words.t('mode.label')}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight' || event.key === 'ArrowDown') move(1);
        if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') move(-1);
      }}
    >
      {offered.map((one) => (
        <Tab
          key={one}
          mode={one}
          chosen={one === mode}
          shut={one !== 'note' && routes[one]?.way.open === false}
          onMode={onMode}
        />
      ))}
    </div>
  );
}

interface TabProps {
  mode: Mode;
  chosen: boolean;
  shut: boolean;
  onMode: (mode: Mode) => void;
}

function Tab({ mode, chosen, shut, onMode }: TabProps) {
  const words = useWords();
  const name = words.t(`mode.${mode}`);
  return (
    <button
      type="button"
      role="radio"
      aria-checked={chosen}
      tabIndex={chosen ? 0 : -1}
      className={css.tab}
      data-mode={mode}
      title={`${name} · ${keys[mode]}`}
      onClick={() => {
        onMode(mode);
      }}
    >
      <Icon name={shut ? 'hourglass-shut' : icons[mode]} size={15} />
      {name}
      {shut && <span className="unseen">{words.t('mode.shut')}</span>}
    </button>
  );
}
