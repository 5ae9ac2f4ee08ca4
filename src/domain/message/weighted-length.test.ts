import { weightedLength } from './weighted-length.js';

it.each([
  ['nothing', '', 0],
  ['Latin letters', 'Bonjour à tous', 14],
  ['a letter made of two', 'e\u0301', 1],
  ['quotes and dashes', '“Yes” – no', 10],
  ['a euro', '5 €', 4],
  ['an ellipsis of one letter', 'so…', 4],
  ['Cyrillic', 'привет', 6],
  ['Japanese', 'こんにちは', 10],
  ['a new line', 'a\r\nb', 4],
  ['an emoji', '🔥', 2],
  ['an emoji of the first plane', '☺️', 2],
  ['a family', '👨‍👩‍👧‍👦', 2],
  ['a skin tone', '👍🏽', 2],
  ['a flag', '🇫🇷', 2],
  ['a keycap', '1️⃣', 2],
  ['a digit', '1', 1],
  ['a link', 'https://example.com/a/very/long/path?with=query&more=1', 23],
  ['a short link', 'http://a.fr', 23],
  ['a link in a sentence', 'See https://example.com/a.', 28],
  ['a link in brackets', '(https://example.com/a_(b))', 25],
  ['a link without https', 'see example.com now', 31],
  ['a link of a country', 'relais.fr/contact', 23],
  ['two links', 'https://a.fr https://b.fr', 47],
  ['a file', 'node.js and index.html', 22],
  ['an abbreviation', 'e.g. this', 9],
  ['an e-mail address', 'me@example.com', 14],
  ['two sentences without a space', 'Done.Thanks', 11],
  ['a mention in the middle', 'hi @lea_b', 9],
  ['mentions that a reply begins with', '@lea @max_b hello', 5],
  ['280 letters', 'x'.repeat(280), 280],
])('weighs %s', (_what, text, weight) => {
  expect(weightedLength(text)).toBe(weight);
});

it('takes no time for text that is made to take it', () => {
  expect(weightedLength('a.'.repeat(5000))).toBe(10_000);
  expect(weightedLength(`https://a.fr/${'('.repeat(5000)}`)).toBe(23 + 5000);
});
