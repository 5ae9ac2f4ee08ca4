import { BulkTickets } from './bulk-tickets.js';
import { ClassifyTicket } from './classify-ticket.js';
import { DoBulkAct } from './do-bulk-act.js';
import { MergeTicket } from './merge-ticket.js';
import { PutBack } from './put-back.js';
import { ResumeTicket } from './resume-ticket.js';
import { RunBulk } from './run-bulk.js';
import { SnoozeTicket } from './snooze-ticket.js';
import { SplitTicket } from './split-ticket.js';
import { UndoBulk } from './undo-bulk.js';
import { UndoMerge } from './undo-merge.js';
import { UndoSplit } from './undo-split.js';
import { WaitFor } from './wait-for.js';
import { WakeTickets } from './wake-tickets.js';

/** What becomes of tickets besides being answered. */
export const ticketLifeActions = [
  BulkTickets,
  ClassifyTicket,
  DoBulkAct,
  MergeTicket,
  PutBack,
  ResumeTicket,
  RunBulk,
  SnoozeTicket,
  SplitTicket,
  UndoBulk,
  UndoMerge,
  UndoSplit,
  WaitFor,
  WakeTickets,
];
