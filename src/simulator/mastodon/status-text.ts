/** A mention in a text: `host` is null when the writer named none. */
export interface Named {
  readonly username: string;
  readonly host: string | null;
}

type Piece =
  | { readonly kind: 'text' | 'link'; readonly words: string }
  | ({ readonly kind: 'mention'; readonly words: string } & Named);

const linkLength = 23;
const token =
  /(?<link>https?:\/\/[^\s<>]+)|(?<![=/\p{L}\p{N}_])@(?<user>\w(?:[\w.-]*\w)?)(?:@(?<host>[\w.-]*\w(?::\d+)?))?/giu;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function mentionsIn(text: string): Named[] {
  return pieces(text).flatMap((piece) =>
    piece.kind === 'mention' ? [{ username: piece.username, host: piece.host }] : [],
  );
}

/** As StatusLengthValidator counts: graphemes, a link is 23, a mention is its name without the host. */
export function countedLength(text: string): number {
  const counted = pieces(text).map((piece) => {
    if (piece.kind === 'link') return 'x'.repeat(linkLength);
    return piece.kind === 'mention' ? `@${piece.username}` : piece.words;
  });
  return [...segmenter.segment(counted.join(''))].length;
}

/** The HTML that Mastodon makes of a text: links cut in spans, mentions in an h-card, paragraphs and breaks. */
export function statusHtml(text: string, profileOf: (named: Named) => string | undefined): string {
  const html = pieces(text)
    .map((piece) => {
      if (piece.kind === 'link') return linkHtml(piece.words);
      if (piece.kind === 'mention') return mentionHtml(piece.words, piece.username, profileOf(piece));
      return escaped(piece.words);
    })
    .join('');
  const paragraphs = html.split(/\n{2,}/u).map((part) => `<p>${part.replace(/\n/gu, '<br />')}</p>`);
  return paragraphs.join('');
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > from) found.push({ kind: 'text', words: text.slice(from, match.index) });
    const [words] = match;
    const username = match.groups?.['user'];
    const host = match.groups?.['host'] ?? null;
    found.push(username === undefined ? { kind: 'link', words } : { kind: 'mention', words, username, host });
    from = match.index + words.length;
  }
  if (from < text.length) found.push({ kind: 'text', words: text.slice(from) });
  return found;
}

function linkHtml(url: string): string {
  const scheme = /^https?:\/\/(?:www\.)?/iu.exec(url)?.[0] ?? '';
  const shown = url.slice(scheme.length, scheme.length + 30);
  const rest = url.slice(scheme.length + 30);
  const parts = [
    `<span class="invisible">${escaped(scheme)}</span>`,
    `<span class="${rest === '' ? '' : 'ellipsis'}">${escaped(shown)}</span>`,
    `<span class="invisible">${escaped(rest)}</span>`,
  ];
  const attributes = 'target="_blank" rel="nofollow noopener" translate="no"';
  return `<a href="${escaped(url)}" ${attributes}>${parts.join('')}</a>`;
}

function mentionHtml(words: string, username: string, profile: string | undefined): string {
  if (profile === undefined) return escaped(words);
  const link = `<a href="${escaped(profile)}" class="u-url mention">@<span>${escaped(username)}</span></a>`;
  return `<span class="h-card" translate="no">${link}</span>`;
}

function escaped(text: string): string {
  return text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
    .replace(/'/gu, '&#39;');
}
