import type { Chance } from './chance.js';
import type { Customer, Language } from './customers.js';
import { english } from './words/english.js';
import { french } from './words/french.js';
import { themes, type Asked, type Words } from './words/words.js';

export type Space = 'public' | 'private';

export interface Opening {
  readonly space: Space;
  readonly text: string;
}

const hints: readonly (readonly [Asked, RegExp])[] = [
  ['number', /num[ée]ro|number|référence|reference|dossier|commande|order/iu],
  ['time', /quand|heure|when|time|date|jour|day|rendez|appointment/iu],
  ['place', /\boù\b|adresse|ville|where|address|town|code postal|postcode/iu],
];

const words: Readonly<Record<Language, Words>> = { fr: french, en: english };

/** What is still to be said in one language: everything once, in an order of its own, before anything comes again. */
export class Deck {
  private openings: Opening[] = [];
  private outages: string[] = [];

  constructor(
    private readonly language: Language,
    private readonly chance: Chance,
  ) {}

  opening(): Opening {
    if (this.openings.length === 0) this.openings = this.chance.shuffled(openingsIn(this.words));
    return this.openings.pop() ?? this.opening();
  }

  outage(): string {
    if (this.outages.length === 0) this.outages = this.chance.shuffled(this.words.outage);
    return this.outages.pop() ?? this.outage();
  }

  press(): Opening {
    return this.chance.pick(openingsOf(this.words.press));
  }

  one(of: 'thanks' | 'unhappy' | 'waiting' | 'posts'): string {
    return this.chance.pick(this.words[of]);
  }

  /** What answers a question of ours. */
  detail(question: string): string {
    const [asked] = hints.find(([, words]) => words.test(question)) ?? ['anything'];
    return this.chance.pick(this.words.details[asked]);
  }

  private get words(): Words {
    return words[this.language];
  }
}

/** The words with the customer's own facts in them. */
export function spoken(text: string, { name, place, handle }: Customer): string {
  const number = String(100_000 + ((handle.length * 7919 + place.length * 104_729) % 900_000));
  return text.replaceAll('{place}', place).replaceAll('{name}', name).replaceAll('{number}', number);
}

function openingsIn({ openings }: Words): Opening[] {
  return themes.flatMap((theme) => openingsOf(openings[theme]));
}

function openingsOf(openings: Words['press']): Opening[] {
  const spaces = ['public', 'private'] as const;
  return spaces.flatMap((space) => openings[space].map((text) => ({ space, text })));
}
