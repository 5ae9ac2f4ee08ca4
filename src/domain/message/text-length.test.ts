import { textLength } from './text-length.js';

it.each([
  ['héllo', 'utf16', 5],
  ['👩‍👩‍👧', 'utf16', 8],
  ['👩‍👩‍👧', 'code-point', 5],
  ['👩‍👩‍👧', 'grapheme', 1],
  ['https://example.com/a/very/long/path?with=query', 'mastodon', 23],
  ['é€😀', 'utf8', 9],
  ['é€ 12# ©', 'threads', 8],
  ['hé 😀', 'threads', 7],
  ['🇫🇷', 'threads', 8],
  ['1️⃣ 👩‍👩‍👧 ❤️', 'threads', 33],
  ['@lea@remote.example hi', 'mastodon', 7],
  ['héllo 👩‍👩‍👧', 'bluesky', 7],
  ['👩‍👩‍👧'.repeat(20), 'bluesky', 36],
  ['あ'.repeat(300), 'bluesky', 300],
  ['see example.com 🔥', 'x', 30],
] as const)('counts %s in %s as %d', (text, unit, length) => {
  expect(textLength(text, unit)).toBe(length);
});
