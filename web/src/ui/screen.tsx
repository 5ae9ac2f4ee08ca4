import { useEffect, type ReactNode } from 'react';
import { announce } from './announcer.js';
import css from './screen.module.css';

interface ScreenProps {
  title: string;
  /** One sentence on what this screen is for. */
  lead?: string;
  acts?: ReactNode;
  children: ReactNode;
}

/** Names the browser's tab after the screen, and says its name to those who do not see it change. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Relais`;
    announce(title);
  }, [title]);
}

/** A screen that is read from top to bottom: its one heading, what can be done, its content. */
export function Screen({ title, lead, acts, children }: ScreenProps) {
  useTitle(title);
  return (
    <div className={css.scroll} tabIndex={-1}>
      <div className={css.page}>
        <header className={css.head}>
          <div className={css.words}>
            <h1 className={css.title}>{title}</h1>
            {lead && <p className={css.lead}>{lead}</p>}
          </div>
          {acts && <div className={css.acts}>{acts}</div>}
        </header>
        {children}
      </div>
    </div>
  );
}
