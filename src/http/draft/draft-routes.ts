import { DraftController } from './draft.controller.js';
import { PenController } from './pen.controller.js';

/** What is being written, and by whom. */
export const draftRoutes = [DraftController, PenController];
