import type { ReactNode } from 'react';
import { Icon } from './icon.js';
import type { IconName } from './icon-paths.js';
import css from './note.module.css';

interface NoteProps {
  tone: 'late' | 'soon' | 'ok' | 'window' | 'plain';
  title?: string;
  children: ReactNode;
}

const icons: Record<NoteProps['tone'], IconName> = {
  late: 'late',
  soon: 'late',
  ok: 'tick',
  window: 'info',
  plain: 'info',
};

/** A few lines set apart from the rest: what went wrong, or what to know before going on. */
export function Note({ tone, title, children }: NoteProps) {
  return (
    <div className={css.note} data-tone={tone}>
      <Icon name={icons[tone]} size={16} />
      <div className={css.words}>
        {title && <p className={css.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
