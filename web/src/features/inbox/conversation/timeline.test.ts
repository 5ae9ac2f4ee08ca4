import { given } from '../given.js';
import { timelineOf } from './timeline.js';

const at = (hour: string) => `2026-11-25T${hour}:00.000Z`;
const line = (id: string, hour: string) =>
  ({ id, ticketId: 't1', at: at(hour), actor: null, code: 'taken', facts: {} }) as const;
const kinds = (entries: ReturnType<typeof timelineOf>) => entries.map(({ kind }) => kind).join(' ');
const privately = { threadId: 'private', space: 'private' } as const;

describe('a conversation from top to bottom', () => {
  it('says where a space begins, and where it goes on', () => {
    const threads = [given.thread(), given.thread({ id: 'private', space: 'private' })];
    const messages = [
      given.message({ id: 'm1', at: at('09:00') }),
      given.message({ id: 'm2', at: at('09:10'), ...privately }),
      given.message({ id: 'm3', at: at('09:20') }),
    ];
    const entries = timelineOf(given.conversation({ threads, messages }), null);
    expect(kinds(entries)).toBe('day space message space message space message');
    const spaces = entries.flatMap((entry) => (entry.kind === 'space' ? [[entry.thread.id, entry.first]] : []));
    expect(spaces).toEqual([
      ['public', true],
      ['private', true],
      ['public', false],
    ]);
  });

  it('folds what happened in one burst, and puts notes where they were written', () => {
    const notes = [{ id: 'n1', ticketId: 't1', author: { id: 'a1', name: 'Inès' }, text: 'vu', at: at('09:30') }];
    const history = [line('h1', '09:10'), line('h2', '09:20'), line('h3', '09:40')];
    const entries = timelineOf(given.conversation({ notes, history }), null);
    expect(kinds(entries)).toBe('day space message lines note lines');
  });

  it('joins what one person says in one go', () => {
    const messages = [
      given.message({ id: 'm1', at: at('09:00') }),
      given.message({ id: 'm2', at: at('09:04') }),
      given.message({ id: 'm3', at: at('09:30') }),
    ];
    const entries = timelineOf(given.conversation({ messages }), null);
    const joined = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.joined] : []));
    expect(joined).toEqual([false, true, false]);
  });

  it('marks the first message that came after the last visit, and none on a first one', () => {
    const messages = [
      given.message({ id: 'm1', at: at('09:00') }),
      given.message({ id: 'm2', at: at('09:10') }),
      given.message({ id: 'm3', at: at('09:20') }),
    ];
    const screen = given.conversation({ messages });
    const again = timelineOf(screen, at('09:05'));
    expect(again.findIndex(({ kind }) => kind === 'new')).toBe(again.findIndex(({ key }) => key === 'm2') - 1);
    expect(kinds(timelineOf(screen, null))).not.toContain('new');
    expect(kinds(timelineOf(screen, at('09:30')))).not.toContain('new');
  });

  it('quotes what is answered only where that is not the message above', () => {
    const messages = [
      given.message({ id: 'm1', at: at('09:00') }),
      given.message({ id: 'm2', at: at('09:10'), replyToId: 'm1' }),
      given.message({ id: 'm3', at: at('09:20'), replyToId: 'm1' }),
      given.message({ id: 'm4', at: at('09:30'), replyToId: 'unknown' }),
    ];
    const entries = timelineOf(given.conversation({ messages }), null);
    const answers = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.answers?.id ?? null] : []));
    expect(answers).toEqual([null, null, 'm1', null]);
  });
});
