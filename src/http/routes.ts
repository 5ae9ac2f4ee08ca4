import { AccountController, KnownAccountController } from './account/account.controller.js';
import { ConsentController } from './account/consent.controller.js';
import { DeliveryController } from './delivery/delivery.controller.js';
import { FileController } from './message/file.controller.js';
import { MessageController, WritingController } from './message/message.controller.js';
import { OpenApiController } from './openapi.controller.js';
import { AgentController } from './team/agent.controller.js';
import { EntryController } from './team/entry.controller.js';
import { MeController } from './team/me.controller.js';
import { SessionController, SessionsController } from './team/session.controller.js';
import { TicketCourseController, TicketHandsController } from './ticket/ticket-acts.controller.js';
import { TicketController } from './ticket/ticket.controller.js';

/** What consoles and programs call, under `/api`. */
export const routes = [
  AccountController,
  AgentController,
  ConsentController,
  DeliveryController,
  EntryController,
  FileController,
  KnownAccountController,
  MeController,
  MessageController,
  OpenApiController,
  SessionController,
  SessionsController,
  TicketController,
  TicketCourseController,
  TicketHandsController,
  WritingController,
];
