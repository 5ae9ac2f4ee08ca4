import { indicate } from './indicator.js';
import type { LiveState } from './live-client.js';

const at = (state: LiveState, lasted: number) => indicate({ state, since: 1000, heardAt: 0 }, 1000 + lasted);

describe("the connection's dot", () => {
  it.each([
    ['lost', 0, 'live'],
    ['lost', 1499, 'live'],
    ['lost', 1500, 'reconnecting'],
    ['lost', 9999, 'reconnecting'],
    ['lost', 10_000, 'offline'],
    ['reloading', 20_000, 'reconnecting'],
    ['catching-up', 1500, 'reconnecting'],
    ['live', 0, 'back'],
    ['live', 2000, 'live'],
  ] as const)('after "%s" for %i ms says "%s"', (state, lasted, kind) => {
    expect(at(state, lasted).kind).toBe(kind);
  });

  it('tells since when it is offline', () => {
    expect(at('lost', 12_000)).toEqual({ kind: 'offline', since: 1000 });
  });
});
