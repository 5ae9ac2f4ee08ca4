import { useState } from 'react';
import css from './avatar.module.css';
import { NetworkMark } from './network-mark.js';

declare module 'react' {
  // React's own type knows no custom properties.
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
}

interface AvatarProps {
  name: string;
  imageUrl?: string | null;
  size?: number;
  network?: string;
}

const tints = [212, 262, 330, 12, 38, 152, 186];

function tint(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return tints[sum % tints.length] ?? 212;
}

function initials(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? '');
  return letters.join('').toUpperCase() || '·';
}

/** A face or initials; decoration, because the name always stands beside it (hence initials that are no text). */
export function Avatar({ name, imageUrl, size = 36, network }: AvatarProps) {
  const [broken, setBroken] = useState(false);
  const hue = tint(name);
  return (
    <span
      className={css.avatar}
      aria-hidden="true"
      style={{ width: size, height: size, fontSize: size >= 32 ? 13 : 12, '--hue': hue }}
    >
      {imageUrl && !broken ? (
        <img
          src={imageUrl}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          onError={() => {
            setBroken(true);
          }}
        />
      ) : (
        <span className={css.initials} data-initials={initials(name)} />
      )}
      {network && (
        <span className={css.badge}>
          <NetworkMark network={network} size={16} />
        </span>
      )}
    </span>
  );
}
