import { fields, list, text, type Fields } from '../kit/read.js';

const escapes: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The words as their author wrote them: X escapes them for HTML and puts short addresses in the place of all links. The
 * address of the picture or of the quoted post at the end is no word of theirs.
 */
export function readable(words: string, entities: Fields, isLeftOut: (url: string) => boolean): string {
  let shown = words;
  for (const one of list(entities['urls']).map(fields)) {
    const [short, whole] = [text(one['url']), text(one['expanded_url']) ?? text(one['unwound_url'])];
    if (short === undefined || whole === undefined) continue;
    const isMedia = text(one['media_key']) !== undefined || isLeftOut(whole);
    shown = shown.replaceAll(short, () => (isMedia ? '' : whole));
  }
  return shown.replace(/&(amp|lt|gt|quot|#39);/gu, (found, name: string) => escapes[name] ?? found).trim();
}
