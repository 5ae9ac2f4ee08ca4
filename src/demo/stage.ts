import type { Customer, Language } from './customers.js';
import type { Space } from './deck.js';

/** Where a simulated network is, and what it was. */
export interface Where {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly memory?: Buffer;
}

/** An account of ours on a simulated network, as an administrator would fill it in. */
export interface AccountForm {
  readonly network: string;
  readonly apiBase: string;
  readonly app: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
  readonly brand: string;
}

/** Something our accounts have published for a customer. */
export interface Answer {
  readonly handle: string;
  readonly text: string;
  /** The customer writes back in the same exchange. */
  writeBack(text: string): unknown;
}

/** A simulated network, seen by those who write on it. */
export interface Stage {
  readonly name: string;
  readonly url: string;
  /** Our accounts there; the same ones after a restart. */
  readonly accounts: readonly AccountForm[];
  /** A post of the brand that customers can comment. */
  post(text: string, language: Language): unknown;
  write(customer: Customer, space: Space, text: string): unknown;
  /** What was published since the last time this was asked. */
  answers(): readonly Answer[];
  memory(): Buffer;
  stop(): Promise<void>;
}
