import type { PenView } from '../../../../../src/contract/index.js';
import { penTurn } from './pen-turn.js';

const until = '2026-11-25T10:00:00.000Z';
const pen = (id: string, by: string | null = null): PenView => ({
  agent: { id, name: id },
  until,
  asked: by === null ? null : { by: { id: by, name: by }, until },
});

it.each([
  ['it came by silence', pen('karim', 'me'), pen('me'), 'yours'],
  ['it was refused', pen('karim', 'me'), pen('karim'), 'refused'],
  ['it was asked for, and still is', pen('karim', 'me'), pen('karim', 'me'), null],
  ['a lead took it', pen('me'), pen('nadia'), 'taken'],
  ['it was let go', pen('me', 'ines'), pen('ines'), 'taken'],
  ['I refused it', pen('me', 'ines'), pen('me'), null],
  ['it went from one colleague to another', pen('karim'), pen('ines'), null],
  ['it was refused to somebody else', pen('karim', 'ines'), pen('karim'), null],
  ['it is free', pen('karim'), null, null],
  ['it is looked at for the first time', null, pen('karim'), null],
])('says what became of the pen: %s', (_what, before, now, turn) => {
  expect(penTurn(before, now, 'me')).toBe(turn);
});
