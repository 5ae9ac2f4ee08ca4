import { Chance } from './chance.js';
import { customers, journalists, type Customer, type Language } from './customers.js';
import { Deck, spoken, type Space } from './deck.js';
import type { Answer, Stage } from './stage.js';

const seconds = 1000;
const press = { afterMs: 75 * seconds };
const outage = {
  afterMs: 120 * seconds,
  messages: 30,
  everyMs: 2 * seconds,
  places: { fr: 'Port-Clair', en: 'Harborough' },
};
const mostTurns = 2;

/** What customers do from the moment the doors are open: calmly, but for one outage, and never twice the same. */
export class Story {
  private readonly decks: Readonly<Record<Language, Deck>>;
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly turns = new Map<string, number>();
  private readonly answered = new Set<string>();

  constructor(
    private readonly stages: readonly Stage[],
    private readonly chance: Chance,
  ) {
    this.decks = { fr: new Deck('fr', chance), en: new Deck('en', chance) };
  }

  begin(): void {
    for (const stage of this.stages) {
      for (const language of ['fr', 'en'] as const) stage.post(this.decks[language].one('posts'), language);
    }
    // On every network at once, and once more soon after: whoever looks sees something.
    this.greet();
    this.later(5 * seconds, () => {
      this.greet();
    });
    this.goOn();
    this.listen();
    this.later(press.afterMs, () => {
      this.asksForThePaper();
    });
    this.later(outage.afterMs, () => {
      this.breakDown();
    });
  }

  /** A region is cut off: thirty messages in a minute. */
  breakDown(): void {
    for (let number = 0; number < outage.messages; number += 1) {
      this.later(number * outage.everyMs, () => {
        const customer = this.somebody();
        const place = outage.places[customer.language];
        const text = spoken(this.decks[customer.language].outage(), { ...customer, place });
        this.write(customer, this.chance.happens(0.75) ? 'public' : 'private', text);
      });
    }
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  private greet(): void {
    for (const stage of this.stages) {
      this.opens(this.chance.pick(customers.filter((customer) => this.stageOf(customer) === stage)));
    }
  }

  private goOn(): void {
    this.later(this.chance.between(10, 20) * seconds, () => {
      this.opens(this.somebody());
      this.goOn();
    });
  }

  private opens(customer: Customer): void {
    const deck = this.decks[customer.language];
    const { space, text } = deck.opening();
    this.write(customer, space, spoken(text, customer));
    if (space === 'public' || !this.chance.happens(0.15)) return;
    this.answered.delete(customer.handle);
    this.later(45 * seconds, () => {
      if (!this.answered.has(customer.handle)) this.write(customer, space, spoken(deck.one('waiting'), customer));
    });
  }

  private asksForThePaper(): void {
    const journalist = this.chance.pick(journalists);
    const { space, text } = this.decks[journalist.language].press();
    this.write(journalist, space, spoken(text, journalist));
  }

  private listen(): void {
    this.later(seconds, () => {
      for (const answer of this.stages.flatMap((stage) => stage.answers())) this.hears(answer);
      this.listen();
    });
  }

  private hears(answer: Answer): void {
    this.answered.add(answer.handle);
    const turn = this.turns.get(answer.handle) ?? 0;
    const customer = [...customers, ...journalists].find(({ handle }) => handle === answer.handle);
    if (customer === undefined || turn >= mostTurns) return;
    const words = this.reactionTo(answer.text, customer);
    if (words === null) return;
    this.turns.set(answer.handle, turn + 1);
    this.later(this.chance.between(8, 20) * seconds, () => {
      answer.writeBack(spoken(words, customer));
    });
  }

  /** Null for those who say nothing more. */
  private reactionTo(text: string, { language }: Customer): string | null {
    const deck = this.decks[language];
    if (text.includes('?')) return this.chance.happens(0.9) ? deck.detail(text) : null;
    if (this.chance.happens(0.6)) return deck.one('thanks');
    return this.chance.happens(0.4) ? deck.one('unhappy') : null;
  }

  private write(customer: Customer, space: Space, text: string): void {
    this.stageOf(customer).write(customer, space, text);
  }

  private somebody(): Customer {
    const language = this.chance.happens(0.6) ? 'fr' : 'en';
    return this.chance.pick(customers.filter((customer) => customer.language === language));
  }

  /** Everybody has a network of their own. */
  private stageOf(customer: Customer): Stage {
    const stage = this.stages[[...customers, ...journalists].indexOf(customer) % this.stages.length];
    if (stage === undefined) throw new Error('there is no network to write on');
    return stage;
  }

  private later(ms: number, task: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      task();
    }, ms);
    this.timers.add(timer);
  }
}
