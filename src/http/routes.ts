import { AccountController, KnownAccountController } from './account/account.controller.js';
import { ConsentController } from './account/consent.controller.js';
import { DeliveryController } from './delivery/delivery.controller.js';
import { OpenApiController } from './openapi.controller.js';
import { CalendarController } from './sla/calendar.controller.js';
import { PolicyController } from './sla/policy.controller.js';
import { PersonController } from './person/person.controller.js';
import { AgentController } from './team/agent.controller.js';
import { EntryController } from './team/entry.controller.js';
import { MeController } from './team/me.controller.js';
import { SessionController, SessionsController } from './team/session.controller.js';
import { ticketRoutes } from './ticket/ticket-routes.js';
import { routingRoutes } from './routing/routing-routes.js';
import { expertRoutes } from './expert/expert-routes.js';
import { messageRoutes } from './message/message-routes.js';

/** What consoles and programs call, under `/api`. */
export const routes = [
  ...expertRoutes,
  ...messageRoutes,
  ...routingRoutes,
  ...ticketRoutes,
  AccountController,
  AgentController,
  CalendarController,
  ConsentController,
  DeliveryController,
  EntryController,
  KnownAccountController,
  MeController,
  OpenApiController,
  PolicyController,
  PersonController,
  SessionController,
  SessionsController,
];
