import { Injectable } from '@nestjs/common';
import type { NoteView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { endDraft } from '../draft/writing.js';
import { lockTicket } from './lock-ticket.js';

interface NewNote {
  readonly ticketId: string;
  /** The same for every try of one note: it is written once. */
  readonly clientId: string;
  readonly text: string;
  /** The draft that it was. */
  readonly draftId: string | null;
}

/** Said among colleagues; no customer ever sees it. */
@Injectable()
export class AddNote {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, ask: NewNote): Promise<NoteView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { ticketId, clientId } = ask;
      await lockTicket(tx, caller, { ticketId, act: 'ticket.note' });
      const text = ask.text.trim();
      if (text === '') throw new Refusal('reply.empty', {});
      const { note, isNew } = await tx.history.addNote({ id: newId(), ticketId, agentId: caller.id, text, clientId });
      if (note.ticketId !== ticketId || note.author.id !== caller.id) throw new Refusal('reply.other-body', {});
      if (isNew) await tx.tell({ type: 'note.added', ticketId, note });
      await endDraft(tx, caller, { ...ask, now: this.clock.now() });
      return note;
    });
  }
}
