/**
 * How networks count text. `mastodon`: graphemes, each http(s) link as 23, a remote mention without its host
 * (docs.joinmastodon.org, "characters_reserved_per_url").
 */
export type TextUnit = 'utf16' | 'code-point' | 'grapheme' | 'mastodon';

const mastodonLinkLength = 23;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The length of `text` as a network that counts in `unit` sees it. */
export function textLength(text: string, unit: TextUnit): number {
  switch (unit) {
    case 'utf16':
      return text.length;
    case 'code-point':
      return [...text].length;
    case 'grapheme':
      return graphemes(text);
    case 'mastodon':
      return graphemes(
        text.replace(/https?:\/\/\S+/gu, 'x'.repeat(mastodonLinkLength)).replace(/(@[\w.-]+)@[\w.-]+\w/gu, '$1'),
      );
  }
}

function graphemes(text: string): number {
  let count = 0;
  for (const _segment of segmenter.segment(text)) count += 1;
  return count;
}
