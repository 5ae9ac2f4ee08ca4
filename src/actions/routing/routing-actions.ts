import { AnswerOffer } from './answer-offer.js';
import { EndOffers } from './end-offers.js';
import { MakeOffer } from './make-offer.js';
import { NextTicket } from './next-ticket.js';
import { PassOffer } from './pass-offer.js';
import { SaveRoutingSettings } from './save-routing-settings.js';
import { SaveRules } from './save-rules.js';
import { SaveTeams } from './save-teams.js';
import { SaveTopics } from './save-topics.js';
import { SetSkills } from './set-skills.js';
import { TrayTickets } from './tray-tickets.js';
import { TryRules } from './try-rules.js';
import { TryTopics } from './try-topics.js';

/** What is done about where tickets go. */
export const routingActions = [
  AnswerOffer,
  EndOffers,
  MakeOffer,
  NextTicket,
  PassOffer,
  SaveRoutingSettings,
  SaveRules,
  SaveTeams,
  SaveTopics,
  SetSkills,
  TrayTickets,
  TryRules,
  TryTopics,
];
