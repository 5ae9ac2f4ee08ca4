import type { ReactNode } from 'react';
import { useTitle } from '../../../ui/screen.js';
import css from './phone.module.css';

/** One column, read from top to bottom with one thumb. */
export function AskFrame({ title, children }: { title: string; children: ReactNode }) {
  useTitle(title);
  return (
    <div className={css.frame}>
      <header className={css.top}>
        <img src="/relais.svg" alt="" width={24} height={24} />
        Relais
      </header>
      <main className={css.main}>
        <h1 className={css.title}>{title}</h1>
        {children}
      </main>
    </div>
  );
}
