import { AbsenceController } from './absence.controller.js';
import { AgentController } from './agent.controller.js';
import { EntryController } from './entry.controller.js';
import { MeController } from './me.controller.js';
import { SessionController, SessionsController } from './session.controller.js';

/** What is asked about those who work here. */
export const teamRoutes = [
  AbsenceController,
  AgentController,
  EntryController,
  MeController,
  SessionController,
  SessionsController,
];
