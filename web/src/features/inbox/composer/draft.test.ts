import type { DraftView } from '../../../../../src/contract/index.js';
import { draftOfView, meet, nothing, type Draft } from './draft.js';

function view(changes: Partial<DraftView> = {}): DraftView {
  return {
    ...{ id: 'd1', ticketId: 't1', author: { id: 'me', name: 'Karim' }, mode: 'public', version: 2, revision: 2 },
    ...{ text: 'Hello', line: null, language: null, threadId: null, accountId: null, files: [], shared: false },
    ...{ shownTo: [], at: '2026-11-25T10:00:00.000Z', ended: null },
    ...changes,
  };
}
const saved: Draft = draftOfView(view({ revision: 1, text: 'Hell' }));

it('takes what another window wrote, where nothing is unsaved here', () => {
  expect(meet(saved, view())).toMatchObject({ text: 'Hello', base: 2, unsaved: false });
  expect(meet(nothing, view())).toMatchObject({ text: 'Hello', id: 'd1', mode: 'public' });
});

it('changes nothing by what it knows already, but who may read it', () => {
  const typing = { ...saved, text: 'Hell no', unsaved: true };
  expect(meet(typing, view({ revision: 1, text: 'Hell', shared: true }))).toEqual({ ...typing, shared: true });
});

it('has the writer choose when both windows say something new', () => {
  expect(meet({ ...saved, text: 'Hell no', unsaved: true }, view())).toBe('conflict');
  expect(meet({ ...nothing, text: 'Begun here', unsaved: true }, view())).toBe('conflict');
});

it('has nothing to choose from when both say the same', () => {
  const typing = { ...saved, text: 'Hello', unsaved: true };
  expect(meet(typing, view())).toMatchObject({ base: 2, unsaved: false });
});

it('lets go of what was sent or erased elsewhere, but not of what was written here since', () => {
  const ended = view({ ended: 'sent' });
  expect(meet(saved, ended)).toMatchObject({ text: '', id: null, base: 0, mode: 'public' });
  const since = meet({ ...saved, text: 'Hell no', unsaved: true }, ended);
  expect(since).toMatchObject({ text: 'Hell no', id: null, base: 0, unsaved: true });
});
