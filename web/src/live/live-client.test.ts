import type { Frame, HelloAnswer, LiveEvent } from '../../../src/contract/index.js';
import { LiveClient, type LiveState } from './live-client.js';

const at = (place: number, epoch = 'e') => `${epoch}.${String(place)}.1`;
const gone = (messageId: string): LiveEvent => ({ type: 'message.gone', ticketId: 't', messageId });
const frame = (from: number, to: number, ...names: string[]): Frame => ({
  from: at(from),
  to: at(to),
  events: names.map(gone),
  at: '2026-03-10T10:00:00Z',
});

/** A server that answers when the test says so. */
function desk() {
  const asked: string[] = [];
  const applied: string[] = [];
  const states: LiveState[] = [];
  const hellos: ((answer: HelloAnswer | null) => void)[] = [];
  const reloads: ((cursor: string | null) => void)[] = [];
  const client = new LiveClient({
    hello: (cursor) => {
      asked.push(cursor);
      return new Promise((resolve) => hellos.push(resolve));
    },
    apply: (events) => applied.push(...events.map((event) => (event.type === 'message.gone' ? event.messageId : '?'))),
    reload: () => new Promise((resolve) => reloads.push(resolve)),
    changed: (state) => states.push(state),
  });
  const settle = async <T>(waiting: ((value: T) => void)[], value: T) => {
    waiting.shift()?.(value);
    await Promise.resolve();
    await Promise.resolve();
  };
  return {
    ...{ client, asked, applied, states },
    answer: (value: HelloAnswer | null) => settle(hellos, value),
    reloaded: (cursor: string | null) => settle(reloads, cursor),
  };
}

async function followingDesk() {
  const one = desk();
  one.client.loaded(at(1));
  one.client.connected();
  await one.answer({ ok: true });
  return one;
}

describe('following the feed', () => {
  it('is live once the server goes on from what is on the screen', async () => {
    const { client, asked } = await followingDesk();
    expect(asked).toEqual([at(1)]);
    expect(client.state).toBe('live');
  });

  it('applies frames that join, each once', async () => {
    const { client, applied } = await followingDesk();
    client.frame(frame(1, 2, 'a'));
    client.frame(frame(1, 2, 'a'));
    client.frame(frame(2, 3, 'b'));
    expect(applied).toEqual(['a', 'b']);
  });

  it('applies nothing beyond a gap, and asks for what is missing', async () => {
    const { client, applied, asked } = await followingDesk();
    client.frame(frame(2, 3, 'b'));
    expect(applied).toEqual([]);
    expect(asked).toEqual([at(1), at(1)]);
    client.frame(frame(1, 2, 'a'));
    client.frame(frame(2, 3, 'b'));
    expect(applied).toEqual(['a', 'b']);
  });

  it('goes on after a lost connection from where it was', async () => {
    const { client, answer, asked, applied } = await followingDesk();
    client.frame(frame(1, 2, 'a'));
    client.disconnected();
    expect(client.state).toBe('lost');
    client.connected();
    expect(asked.at(-1)).toBe(at(2));
    await answer({ ok: true });
    client.frame(frame(2, 4, 'b'));
    expect(applied).toEqual(['a', 'b']);
  });

  it('asks again when the server did not answer', async () => {
    const { client, answer, asked } = desk();
    client.loaded(at(1));
    client.connected();
    await answer(null);
    expect(asked).toEqual([at(1), at(1)]);
  });

  it('loads afresh when it is told to, and goes on from there', async () => {
    const { client, answer, reloaded, asked, applied } = await followingDesk();
    client.resync();
    client.frame(frame(1, 2, 'a'));
    await reloaded(at(7));
    expect(applied).toEqual([]);
    expect(asked.at(-1)).toBe(at(7));
    await answer({ ok: true });
    client.frame(frame(7, 8, 'h'));
    expect(applied).toEqual(['h']);
  });

  it('tries a failed load again at the next connection', async () => {
    const { client, reloaded, states } = await followingDesk();
    client.resync();
    await reloaded(null);
    client.disconnected();
    client.connected();
    await reloaded(at(9));
    expect(states.at(-1)).toBe('catching-up');
  });
});
