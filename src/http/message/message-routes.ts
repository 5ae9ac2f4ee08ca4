import { FileController } from './file.controller.js';
import { MessageController, WritingController } from './message.controller.js';
import { ModerationController } from './moderation.controller.js';

/** What is asked of messages. */
export const messageRoutes = [FileController, MessageController, ModerationController, WritingController];
