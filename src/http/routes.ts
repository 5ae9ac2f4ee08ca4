import { approvalRoutes } from './approval/approval-routes.js';
import { AccountController, KnownAccountController } from './account/account.controller.js';
import { ConsentController } from './account/consent.controller.js';
import { DeliveryController } from './delivery/delivery.controller.js';
import { OpenApiController } from './openapi.controller.js';
import { CalendarController } from './sla/calendar.controller.js';
import { PolicyController } from './sla/policy.controller.js';
import { PersonController } from './person/person.controller.js';
import { teamRoutes } from './team/team-routes.js';
import { ticketRoutes } from './ticket/ticket-routes.js';
import { routingRoutes } from './routing/routing-routes.js';
import { expertRoutes } from './expert/expert-routes.js';
import { messageRoutes } from './message/message-routes.js';

/** What consoles and programs call, under `/api`. */
export const routes = [
  ...approvalRoutes,
  ...expertRoutes,
  ...messageRoutes,
  ...routingRoutes,
  ...teamRoutes,
  ...ticketRoutes,
  AccountController,
  CalendarController,
  ConsentController,
  DeliveryController,
  KnownAccountController,
  OpenApiController,
  PolicyController,
  PersonController,
];
