import { checkReply, type ReplyLimits } from './check-reply.js';

const limits: ReplyLimits = { maxLength: 10, unit: 'grapheme', maxFiles: 2, maxFileBytes: 100, textWithFiles: true };
const reply = (text: string, ...sizes: number[]) => ({
  text,
  files: sizes.map((size) => ({ size })),
  asked: sizes.length,
});

it.each([
  ['a text', limits, reply('On it.')],
  ['a file alone', limits, reply('', 100)],
  ['a text with a file', limits, reply('Here', 1, 1)],
  ['ten signs that are more than ten units', limits, reply('👩‍👩‍👧'.repeat(10))],
  ['a file alone where text and files exclude each other', { ...limits, textWithFiles: false }, reply(' ', 1)],
])('lets %s pass', (_name, under, what) => {
  expect(() => {
    checkReply(under, what);
  }).not.toThrow();
});

it.each([
  ['nothing at all', limits, reply(' \n '), 'reply.empty'],
  ['what is too long', limits, reply('Good morning'), 'reply.too-long'],
  ['too many files', limits, reply('Here', 1, 1, 1), 'reply.files'],
  ['a file that is too large', limits, reply('', 101), 'file.too-large'],
  ['a file that there is not', limits, { text: 'Here', files: [], asked: 1 }, 'not-found'],
  ['text with a file where they exclude each other', { ...limits, textWithFiles: false }, reply('x', 1), 'reply.files'],
])('refuses %s', (_name, under, what, code) => {
  expect(() => {
    checkReply(under, what);
  }).toThrow(code);
});
