import { NextTicket } from './next-ticket.js';
import { SaveRules } from './save-rules.js';
import { SaveTeams } from './save-teams.js';
import { SaveTopics } from './save-topics.js';
import { SetSkills } from './set-skills.js';
import { TrayTickets } from './tray-tickets.js';
import { TryRules } from './try-rules.js';
import { TryTopics } from './try-topics.js';

/** What is done about where tickets go. */
export const routingActions = [
  NextTicket,
  SaveRules,
  SaveTeams,
  SaveTopics,
  SetSkills,
  TrayTickets,
  TryRules,
  TryTopics,
];
