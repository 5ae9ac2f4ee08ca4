import { planSplit, type SplitMessage } from './split.js';

const said: SplitMessage[] = [
  { id: 'a', threadId: 'public', direction: 'in' },
  { id: 'b', threadId: 'public', direction: 'out' },
  { id: 'c', threadId: 'private', direction: 'in' },
  { id: 'd', threadId: 'public', direction: 'in' },
];
const plan = (...ids: string[]) => planSplit(said, new Set(ids));

it('takes a whole thread along', () => {
  expect(plan('c')).toEqual({ firstId: 'c', threads: [{ threadId: 'private', whole: true, goesOn: true }] });
});

it('goes on with the thread where the customer’s latest message goes along', () => {
  expect(plan('d')).toEqual({ firstId: 'd', threads: [{ threadId: 'public', whole: false, goesOn: true }] });
  expect(plan('a', 'b')).toEqual({ firstId: 'a', threads: [{ threadId: 'public', whole: false, goesOn: false }] });
});

it('begins with the first message of the customer', () => {
  expect(plan('d', 'b', 'c').firstId).toBe('c');
});

it('leaves a customer on both sides, and knows only what is there', () => {
  expect(() => plan('b')).toThrow('regroup.refused');
  expect(() => plan('a', 'c', 'd')).toThrow('regroup.refused');
  expect(() => plan('c', 'elsewhere')).toThrow('regroup.refused');
});
