export const offerOutcomes = ['accepted', 'declined', 'timed-out', 'withdrawn'] as const;
/** How an offer ended; `withdrawn`: the ticket went another way, or whoever had it before them may not have it any more. */
export type OfferOutcome = (typeof offerOutcomes)[number];
