import { nothing, type Draft } from './draft.js';
import { given } from '../given.js';
import { obstacleTo } from './check-draft.js';
import { firstMode, routesOf } from './modes.js';

const now = Date.parse('2026-11-25T10:00:00.000Z');
const crossWay = given.way({ space: 'private', fromPublic: true });
const ownWay = given.way({ space: 'private' });
const draft: Draft = { ...nothing, text: 'Bonjour' };
const file = { id: 'f1', name: 'a.png', mime: 'image/png', size: 10 };

describe('the way to answer', () => {
  it('prefers a private exchange that is there to opening one from a comment', () => {
    const threads = [
      given.thread({ ways: [given.way(), crossWay] }),
      given.thread({ id: 'private', space: 'private', ways: [ownWay] }),
    ];
    const routes = routesOf(given.conversation({ threads }), now);
    expect(routes.private?.thread.id).toBe('private');
    expect(routes.public?.thread.id).toBe('public');
  });

  it('prefers one that is open to one that is not', () => {
    const shut = given.way({ space: 'private', open: false, shut: 'window-closed' });
    const threads = [
      given.thread({ id: 'private', space: 'private', ways: [shut] }),
      given.thread({ ways: [given.way(), crossWay] }),
    ];
    expect(routesOf(given.conversation({ threads }), now).private?.way.fromPublic).toBe(true);
  });

  it('goes to the exchange that the customer wrote in last', () => {
    const threads = [given.thread({ id: 'first' }), given.thread({ id: 'second' })];
    const messages = [
      given.message({ id: 'm1', threadId: 'second', at: '2026-11-25T08:00:00.000Z' }),
      given.message({ id: 'm2', threadId: 'first', at: '2026-11-25T09:00:00.000Z' }),
    ];
    expect(routesOf(given.conversation({ threads, messages }), now).public?.thread.id).toBe('first');
  });

  it.each([
    [ownWay, 'window-closed'],
    [crossWay, 'private-too-late'],
  ])('shuts when its time has come', (way, shut) => {
    const threads = [given.thread({ ways: [{ ...way, closesAt: '2026-11-25T10:00:00.000Z' }] })];
    expect(routesOf(given.conversation({ threads }), now).private?.way).toMatchObject({ open: false, shut });
  });
});

describe('the mode that a composer begins with', () => {
  const begins = (threads: Parameters<typeof given.conversation>[0]) => {
    const screen = given.conversation(threads);
    return firstMode(screen, routesOf(screen, now));
  };
  it('is where the customer wrote', () => {
    const threads = [given.thread(), given.thread({ id: 'private', space: 'private', ways: [ownWay] })];
    const messages = [given.message(), given.message({ id: 'm2', threadId: 'private', space: 'private' })];
    expect(begins({ threads, messages })).toBe('private');
  });
  it('is another way when that one is shut', () => {
    const shut = given.way({ open: false, shut: 'deleted' });
    expect(begins({ threads: [given.thread({ ways: [shut, crossWay] })] })).toBe('private');
  });
  it('is a note when there is no way at all', () => {
    expect(begins({ threads: [given.thread({ ways: [] })] })).toBe('note');
  });
});

describe('what keeps a reply from going out', () => {
  it.each([
    ['nothing', draft, given.way(), null],
    ['no words', { ...draft, text: '  ' }, given.way(), { code: 'empty' }],
    ['too many words', { ...draft, text: 'é'.repeat(103) }, given.way(), { code: 'too-long', over: 3 }],
    ['too many files', { ...draft, files: [file, file] }, given.way(), { code: 'too-many-files', max: 1 }],
    ['words beside a file', { ...draft, files: [file] }, given.way({ textWithFiles: false }), { code: 'files-alone' }],
    ['nothing, for a file alone', { ...draft, text: '', files: [file] }, given.way({ textWithFiles: false }), null],
    ['no words for a note', { ...draft, text: '' }, null, { code: 'empty' }],
  ])('%s', (_name, written, way, obstacle) => {
    expect(obstacleTo(written, way)).toEqual(obstacle);
  });
});
