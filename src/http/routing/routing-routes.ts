import { NextController } from './next.controller.js';
import { OfferController } from './offer.controller.js';
import { RoutingController } from './routing.controller.js';
import { RoutingSettingsController } from './settings.controller.js';
import { TeamController } from './team.controller.js';

/** What is asked about where tickets go. */
export const routingRoutes = [
  NextController,
  OfferController,
  RoutingController,
  RoutingSettingsController,
  TeamController,
];
