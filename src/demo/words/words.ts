/** What customers say: their own words in one language, by what they write about. `{place}` is where they live. */
export interface Words {
  readonly openings: Readonly<Record<Theme, Openings>>;
  /** From a newsroom. */
  readonly press: Openings;
  /** All at once, when a whole region is cut off. */
  readonly outage: readonly string[];
  /** After an answer of ours that solves the matter, that asks for something, or that helps nobody. */
  readonly thanks: readonly string[];
  readonly details: Readonly<Record<Asked, readonly string[]>>;
  readonly unhappy: readonly string[];
  /** A second message before anybody has answered. */
  readonly waiting: readonly string[];
  readonly posts: readonly string[];
}

interface Openings {
  readonly public: readonly string[];
  readonly private: readonly string[];
}

/** What our answer asks for, as far as a customer can tell. */
export type Asked = 'number' | 'place' | 'time' | 'anything';

export const themes = [
  'network',
  'wifi',
  'device',
  'bill',
  'order',
  'contract',
  'offer',
  'access',
  'newcomer',
  'praise',
  'idea',
  'complaint',
  'technology',
] as const;
export type Theme = (typeof themes)[number];
