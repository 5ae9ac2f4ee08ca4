import { iconPaths, type IconName } from './icon-paths.js';

interface IconProps {
  name: IconName;
  size?: number;
  /** Filled as well as stroked, for marks that must carry at a glance. */
  solid?: boolean;
}

/** A picture beside words: never the only carrier of a meaning, hence hidden from assistive technology. */
export function Icon({ name, size = 16, solid = false }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={solid ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
