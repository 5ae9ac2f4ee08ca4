import { AskForPen } from '../pen/ask-for-pen.js';
import { RefusePen } from '../pen/refuse-pen.js';
import { ReleasePen } from '../pen/release-pen.js';
import { TakePen } from '../pen/take-pen.js';
import { EraseDraft } from './erase-draft.js';
import { KeepDraft } from './keep-draft.js';
import { RestoreDraft } from './restore-draft.js';
import { ShareDraft } from './share-draft.js';

/** What is being written, and by whom. */
export const draftActions = [
  AskForPen,
  EraseDraft,
  KeepDraft,
  RefusePen,
  ReleasePen,
  RestoreDraft,
  ShareDraft,
  TakePen,
];
