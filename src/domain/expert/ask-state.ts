export const askStates = [
  'asked',
  'later',
  'not_me',
  'accepted',
  'drafted',
  'in_review',
  'returned',
  'approved',
  'published',
  'advised',
  'taken',
  'expired',
  'withdrawn',
] as const;
export type AskState = (typeof askStates)[number];

/**
 * What may follow what. `not_me` and `expired` wait for the asker, who may ask somebody else; an `approved` answer comes
 * back for another look when it was taken back before it went.
 */
const transitions: Readonly<Record<AskState, readonly AskState[]>> = {
  asked: ['accepted', 'later', 'not_me', 'taken', 'expired', 'withdrawn'],
  later: ['asked', 'accepted', 'not_me', 'taken', 'expired', 'withdrawn'],
  not_me: ['asked', 'withdrawn'],
  accepted: ['drafted', 'later', 'not_me', 'in_review', 'approved', 'advised', 'expired', 'withdrawn'],
  drafted: ['later', 'not_me', 'in_review', 'approved', 'advised', 'expired', 'withdrawn'],
  in_review: ['approved', 'returned', 'withdrawn'],
  returned: ['drafted', 'not_me', 'in_review', 'expired', 'withdrawn'],
  approved: ['published', 'in_review'],
  published: [],
  advised: [],
  taken: [],
  expired: ['asked', 'withdrawn'],
  withdrawn: [],
};

/** Staying where one is counts as allowed, except at the end. */
export function askCanBecome(from: AskState, to: AskState): boolean {
  return transitions[from].includes(to) || (from === to && transitions[from].length > 0);
}

/** The expert is asked for something, and their clock runs. */
export const withExpert: readonly AskState[] = ['asked', 'later', 'accepted', 'drafted', 'returned'];

/** Somebody is waited for: the expert, or the one who asked. */
export const awaitedStates: readonly AskState[] = [...withExpert, 'not_me', 'expired'];

/** An answer was given: to the customer, or to the colleague who asked. */
export const answeredStates: readonly AskState[] = ['approved', 'published', 'advised'];

export const askModes = ['public', 'advice', 'takeover'] as const;
/** How the expert is to help: in their own name, by advising whoever asked, or by taking the ticket over. */
export type AskMode = (typeof askModes)[number];
