import { weightedLength } from './weighted-length.js';

/**
 * How networks count text. `mastodon`: graphemes, each http(s) link as 23, a remote mention without its host
 * (docs.joinmastodon.org, "characters_reserved_per_url"). `utf8`: bytes. `threads`: characters, and of emoji the bytes
 * (developers.facebook.com/docs/threads/posts). `bluesky`: graphemes, of which each may take ten bytes on the average (300
 * and 3,000 for a post, 1,000 and 10,000 for a private message). `x`: weighted, as X does.
 */
export type TextUnit = 'utf16' | 'code-point' | 'grapheme' | 'mastodon' | 'utf8' | 'threads' | 'bluesky' | 'x';

const linkLength = 23;
const bytesPerGrapheme = 10;
// Flags, keycaps, and pictures with all that is joined to them; digits alone are no emoji.
const emojis =
  /\p{RI}{2}|[\d#*]\uFE0F?\u20E3|\p{Emoji_Presentation}[\p{EMod}\uFE0F]?(?:\u200D\p{Emoji}[\p{EMod}\uFE0F]*)*|\p{Extended_Pictographic}[\p{EMod}\uFE0F]+(?:\u200D\p{Emoji}[\p{EMod}\uFE0F]*)*/gu;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The length of `text` as a network that counts in `unit` sees it. */
export function textLength(text: string, unit: TextUnit): number {
  switch (unit) {
    case 'utf16':
      return text.length;
    case 'code-point':
      return codePoints(text);
    case 'grapheme':
      return graphemes(text);
    case 'bluesky':
      return Math.max(graphemes(text), Math.ceil(bytes(text) / bytesPerGrapheme));
    case 'x':
      return weightedLength(text);
    case 'mastodon':
      return graphemes(
        text.replace(/https?:\/\/\S+/gu, 'x'.repeat(linkLength)).replace(/(@[\w.-]+)@[\w.-]+\w/gu, '$1'),
      );
    case 'utf8':
      return bytes(text);
    case 'threads':
      return codePoints(text.replace(emojis, '')) + bytes((text.match(emojis) ?? []).join(''));
  }
}

function codePoints(text: string): number {
  return [...text].length;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

function graphemes(text: string): number {
  let count = 0;
  for (const _segment of segmenter.segment(text)) count += 1;
  return count;
}
