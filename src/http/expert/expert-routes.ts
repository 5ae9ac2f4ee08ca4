import { AskCourseController, AskController } from './ask.controller.js';
import { AskAnswerController, AskLinkController, AskPageController } from './ask-page.controller.js';
import { ExpertController } from './expert.controller.js';

/** What is asked of experts. */
export const expertRoutes = [
  AskAnswerController,
  AskController,
  AskCourseController,
  AskLinkController,
  AskPageController,
  ExpertController,
];
