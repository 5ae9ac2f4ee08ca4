import type { RuleConditions } from './rule.js';

/** Conditions that ask nothing. */
export const anyMessage: RuleConditions = {
  text: null,
  kinds: [],
  spaces: [],
  languages: [],
  lengthFrom: null,
  lengthTo: null,
  attachments: null,
  ratingFrom: null,
  ratingTo: null,
  vip: null,
  followersFrom: null,
  handles: [],
  networks: [],
  accounts: [],
  brands: [],
  postText: null,
  posts: [],
  topics: [],
  confidenceFrom: null,
  urgencies: [],
  sentiments: [],
  thanks: null,
};
