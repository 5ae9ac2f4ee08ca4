/** What a network is known by: a colour that white is readable on, and a glyph drawn on a 16 grid. */
interface Mark {
  colour: string;
  letters: string;
}

const marks: Readonly<Record<string, Mark>> = {
  facebook: { colour: '#1668d8', letters: 'f' },
  messenger: { colour: '#6a34d6', letters: 'm' },
  instagram: { colour: '#b92c74', letters: 'ig' },
  whatsapp: { colour: '#0f7a41', letters: 'wa' },
  telegram: { colour: '#1a76a8', letters: 'tg' },
  mastodon: { colour: '#5a4fd0', letters: 'ma' },
  bluesky: { colour: '#0a66d6', letters: 'bs' },
  youtube: { colour: '#c4161c', letters: 'yt' },
  linkedin: { colour: '#0a62b5', letters: 'in' },
  tiktok: { colour: '#1c1c22', letters: 'tt' },
  discord: { colour: '#4c55d4', letters: 'dc' },
  reddit: { colour: '#c23a08', letters: 'r/' },
  x: { colour: '#1c1c22', letters: 'x' },
  threads: { colour: '#1c1c22', letters: '@' },
  twitch: { colour: '#7437d8', letters: 'tw' },
  pinterest: { colour: '#b10f1d', letters: 'p' },
  'viva-engage': { colour: '#0f6470', letters: 've' },
  'google-business': { colour: '#22691f', letters: 'g★' },
  'google-play': { colour: '#22691f', letters: '▶' },
  'app-store': { colour: '#0a62b5', letters: 'as' },
  google: { colour: '#22691f', letters: 'g★' },
  reviews: { colour: '#22691f', letters: '★' },
  trustpilot: { colour: '#0b6b4f', letters: '★' },
};

function markOf(network: string): Mark {
  return marks[network] ?? { colour: '#525e6c', letters: network.slice(0, 2) };
}

/** The network's badge. Decoration: its name is always given in words as well. */
export function NetworkMark({ network, size = 18 }: { network: string; size?: number }) {
  const { colour, letters } = markOf(network);
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <rect width="16" height="16" rx="4.5" fill={colour} />
      <text
        x="8"
        y="11.4"
        textAnchor="middle"
        fill="#fff"
        fontSize={letters.length > 1 ? 7.6 : 10.5}
        fontWeight="800"
        fontFamily="system-ui, sans-serif"
      >
        {letters}
      </text>
    </svg>
  );
}
