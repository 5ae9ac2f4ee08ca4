import { draftRoutes } from '../draft/draft-routes.js';
import { FileController } from './file.controller.js';
import { MessageController, WritingController } from './message.controller.js';
import { ModerationController } from './moderation.controller.js';

/** What is asked of messages, and of what is to become one. */
export const messageRoutes = [
  ...draftRoutes,
  FileController,
  MessageController,
  ModerationController,
  WritingController,
];
