import type { LiveEvent } from '../../../src/contract/index.js';
import { EventRing, loadCurrent } from './event-ring.js';

const gone = (messageId: string): LiveEvent => ({ type: 'message.gone', ticketId: 't', messageId });
const at = (place: number, epoch = 'e') => `${epoch}.${String(place)}.1`;

describe('the ring of what was heard', () => {
  it('gives what came after an answer, and nothing of what it knew', () => {
    const ring = new EventRing();
    ring.startAt(at(1));
    ring.add([gone('a')], at(2));
    ring.add([gone('b'), gone('c')], at(3));
    expect(ring.newerThan(at(1))).toEqual([gone('a'), gone('b'), gone('c')]);
    expect(ring.newerThan(at(2))).toEqual([gone('b'), gone('c')]);
    expect(ring.newerThan(at(3))).toEqual([]);
  });

  it('says that it does not know, rather than give a part', () => {
    const ring = new EventRing();
    ring.startAt(at(5));
    expect(ring.newerThan(at(4))).toBeNull();
    expect(ring.newerThan(at(6, 'another'))).toBeNull();
  });

  it('forgets the oldest first, and knows that it has', () => {
    const ring = new EventRing();
    ring.startAt(at(1));
    for (let place = 2; place <= 2002; place += 1) ring.add([gone(String(place))], at(place));
    expect(ring.newerThan(at(1))).toBeNull();
    expect(ring.newerThan(at(2))).toHaveLength(2000);
  });
});

describe('loading a screen', () => {
  const apply = (screen: { cursor: string; seen: string[] }, event: LiveEvent) => ({
    ...screen,
    seen: [...screen.seen, event.type === 'message.gone' ? event.messageId : '?'],
  });

  it('adds what was heard while the answer was on its way', async () => {
    const ring = new EventRing();
    ring.startAt(at(1));
    const screen = await loadCurrent(
      ring,
      async () => {
        ring.add([gone('a')], at(2));
        return { cursor: at(1), seen: [] };
      },
      apply,
    );
    expect(screen.seen).toEqual(['a']);
  });

  it('asks again when the answer is older than all that is known', async () => {
    const ring = new EventRing();
    ring.startAt(at(5));
    const answers = [at(4), at(6)];
    const screen = await loadCurrent(ring, async () => ({ cursor: answers.shift() ?? at(6), seen: [] }), apply);
    expect(screen.cursor).toBe(at(6));
    expect(answers).toEqual([]);
  });
});
