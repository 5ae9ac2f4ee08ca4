const linkWeight = 23;
const emojiWeight = 2;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

const countries =
  'acadaeafagaialamaoaqarasatauawaxazbabbbdbebfbgbhbibjblbmbnbobqbrbsbtbvbwbybzcacccdcfcgchcickclcmcncocrcucvcwcxcyczdedjdkdmdodzeceeegeheresetfifjfkfmfofrgagbgdgegfggghgiglgmgngpgqgrgsgtgugwgyhkhmhnhrhthuidieiliminioiqirisitjejmjojpkekgkhkikmknkpkrkwkykzlalblclilklrlsltlulvlymamcmdmemfmgmhmkmlmmmnmompmqmrmsmtmumvmwmxmymznancnenfngninlnonpnrnunzompapepfpgphpkplpmpnprpsptpwpyqarerorsrurwsasbscsdsesgshsisjskslsmsnsosrssstsusvsxsysztctdtftgthtjtktltmtntotrtttvtwtzuaugukumusuyuzvavcvevgvivnvuwfwsyeytzazmzw';
// The common ones: of the thousand there are, few are ever written without https:// before them.
const generic =
  'com|net|org|info|biz|name|pro|edu|gov|int|mil|mobi|jobs|travel|museum|aero|coop|cat|tel|xxx|post|app|dev|page|blog|shop|store|online|site|website|web|tech|cloud|agency|email|media|news|live|life|world|today|space|digital|systems|solutions|services|support|help|company|group|team|work|design|studio|art|photo|video|tv|fm|club|social|network|community|events|bank|finance|money|paris|london|berlin|amsterdam|bzh|alsace|corsica|eus|gal|swiss|africa|asia|google|gle|link|click|top|xyz|vip|win|fun|games|academy|school|university|health|care|law|legal|tax|energy|restaurant|hotel|immo|gratis|orange|sncf|axa|bnpparibas|leclerc';

const endings = [...(countries.match(/../g) ?? []), generic].join('|');
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}])?';
const pathLetters = "[\\p{Script=Latin}\\p{Script=Cyrillic}0-9!*';:=+,.$/%#\\[\\]–_~@|&-]";
const path = `(?:/(?:\\([^()\\s]*\\)|${pathLetters})*(?:\\([^()\\s]*\\)|[\\p{Script=Latin}\\p{Script=Cyrillic}0-9=_#/+-])|/)`;
const query = "(?:\\?[a-z0-9!?*'@();:&=+$/%#\\[\\]_.,~|-]*[a-z0-9_&=#/-])";
const link = new RegExp(
  `(?<![\\p{L}\\p{N}@＠$#＃_./-])(?:https?://(?:${label}\\.)+\\p{L}{2,}|(?:${label}\\.)+(?:${endings})(?=[^0-9a-z@+-]|$))(?::\\d+)?${path}?${query}?`,
  'giu',
);
const emoji = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Extended_Pictographic}\uFE0F|\u20E3/u;
const leadingMentions = /^(?:@\w{1,15}\s+)+/u;

/**
 * A post's length as X counts it (docs.x.com/fundamentals/counting-characters, twitter-text version 3): Latin and its
 * neighbours 1, everything else 2, an emoji 2 whatever it is put together from, a link 23. The names that a reply begins
 * with are not counted.
 */
export function weightedLength(text: string): number {
  const words = text.normalize('NFC').replace(leadingMentions, '');
  const links = words.match(link)?.length ?? 0;
  let length = links * linkWeight;
  // A link must leave something behind: what stood on its two sides did not stand together.
  for (const { segment } of segmenter.segment(words.replace(link, '\n'))) {
    length += emoji.test(segment) ? emojiWeight : weightOf(segment);
  }
  return length - links;
}

function weightOf(segment: string): number {
  return [...segment].reduce((sum, letter) => sum + (isLight(letter.codePointAt(0) ?? 0) ? 1 : 2), 0);
}

function isLight(code: number): boolean {
  return (
    code <= 0x10ff ||
    (code >= 0x2000 && code <= 0x200d) ||
    (code >= 0x2010 && code <= 0x201f) ||
    (code >= 0x2032 && code <= 0x2037)
  );
}
