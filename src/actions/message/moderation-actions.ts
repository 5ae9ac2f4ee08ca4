import { CallModeration } from './call-moderation.js';
import { CarryOutModeration } from './carry-out-moderation.js';
import { DecideModeration } from './decide-moderation.js';
import { EndModeration } from './end-moderation.js';
import { ModerateDue } from './moderate-due.js';
import { ModerateMessage } from './moderate-message.js';
import { SetFourEyes } from './set-four-eyes.js';

/** What is done to messages besides answering them. */
export const moderationActions = [
  CallModeration,
  CarryOutModeration,
  DecideModeration,
  EndModeration,
  ModerateDue,
  ModerateMessage,
  SetFourEyes,
];
