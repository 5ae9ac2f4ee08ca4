import { penAsked, penAt, penLaidDown, penLeft, penTaken, type Pen } from './pen.js';

const start = new Date('2026-11-25T10:00:00Z');
const at = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);

function taken(agentId = 'karim', pen: Pen | null = null, seconds = 0): Pen {
  const now = at(seconds);
  const next = penTaken(penAt(pen, now), agentId, now);
  if (!next) throw new Error('somebody else has it');
  return next;
}

it('is kept for a minute after the last key', () => {
  expect(penAt(taken(), at(59))?.agentId).toBe('karim');
  expect(penAt(taken(), at(60))).toBeNull();
  expect(penAt(taken('karim', taken(), 50), at(109))?.agentId).toBe('karim');
});

it('is nobody else’s meanwhile', () => {
  expect(penTaken(penAt(taken(), at(30)), 'ines', at(30))).toBeNull();
  expect(penTaken(penAt(taken(), at(61)), 'ines', at(61))).toMatchObject({ agentId: 'ines' });
});

it('passes to whoever asked when nobody has answered for fifteen seconds, typing or not', () => {
  const asked = penAsked(taken(), 'ines', at(10));
  expect(penAt(asked, at(24))?.agentId).toBe('karim');
  expect(penAt(asked, at(25))).toEqual({ agentId: 'ines', until: at(85), asked: null });
  expect(penAt(taken('karim', asked, 20), at(25))?.agentId).toBe('ines');
  expect(penAt(asked, at(85))).toBeNull();
});

it('passes to whoever asked as soon as it has run out', () => {
  const asked = penAsked(taken(), 'ines', at(55));
  expect(penAt(asked, at(60))).toEqual({ agentId: 'ines', until: at(120), asked: null });
});

it('is asked for by one at a time', () => {
  const asked = penAsked(taken(), 'ines', at(10));
  expect(penAsked(asked, 'nadia', at(12))).toBe(asked);
});

it('goes to whoever asked when it is laid down, and to nobody else', () => {
  expect(penLaidDown(penAsked(taken(), 'ines', at(10)), at(11))).toMatchObject({ agentId: 'ines', asked: null });
  expect(penLaidDown(taken(), at(11))).toBeNull();
});

it('waits for half a minute for who has gone', () => {
  expect(penAt(penLeft(taken(), at(10)), at(39))?.agentId).toBe('karim');
  expect(penAt(penLeft(taken(), at(10)), at(40))).toBeNull();
  expect(penLeft(taken(), at(50)).until).toEqual(at(60));
});
