import type { ReactNode } from 'react';
import css from './banner.module.css';
import { Icon } from './icon.js';
import type { IconName } from './icon-paths.js';

interface BannerProps {
  tone: 'late' | 'soon' | 'window' | 'plain' | 'ok';
  icon: IconName;
  children: ReactNode;
  /** What can be done about it, at the end of the line. */
  acts?: ReactNode;
}

/** One line that says what is the matter and what to do. */
export function Banner({ tone, icon, children, acts }: BannerProps) {
  return (
    <div className={css.banner} data-tone={tone}>
      <Icon name={icon} size={16} />
      <div className={css.words}>{children}</div>
      {acts && <div className={css.acts}>{acts}</div>}
    </div>
  );
}
