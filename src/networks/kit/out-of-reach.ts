import type { Words } from './form.js';

/** A network that people ask for and that lets nobody read or answer: told to administrators, and nothing else. */
export interface OutOfReach {
  readonly id: string;
  readonly name: string;
  readonly why: Words;
}
