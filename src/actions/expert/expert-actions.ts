import { AnswerAsk } from './answer-ask.js';
import { AskAgain } from './ask-again.js';
import { AskExpert } from './ask-expert.js';
import { ChaseAsks } from './chase-asks.js';
import { LinkAsk } from './link-ask.js';
import { OpenAskLink } from './open-ask-link.js';
import { PublishAnswer } from './publish-answer.js';
import { ReviewAsk } from './review-ask.js';
import { SaveDraft } from './save-draft.js';
import { SaveEmbargoes } from './save-embargoes.js';
import { SaveExpert } from './save-expert.js';
import { SubmitDraft } from './submit-draft.js';
import { WithdrawAsk } from './withdraw-ask.js';

/** What is asked of experts, and what they answer. */
export const expertActions = [
  AnswerAsk,
  AskAgain,
  AskExpert,
  ChaseAsks,
  LinkAsk,
  OpenAskLink,
  PublishAnswer,
  ReviewAsk,
  SaveDraft,
  SaveEmbargoes,
  SaveExpert,
  SubmitDraft,
  WithdrawAsk,
];
