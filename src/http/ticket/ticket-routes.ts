import { TicketCourseController, TicketHandsController } from './ticket-acts.controller.js';
import { BulkController } from './bulk.controller.js';
import { PutOffController } from './put-off.controller.js';
import { RegroupController } from './regroup.controller.js';
import { TicketController } from './ticket.controller.js';

/** What is asked of tickets. */
export const ticketRoutes = [
  BulkController,
  PutOffController,
  RegroupController,
  TicketController,
  TicketCourseController,
  TicketHandsController,
];
