import type { Conversation } from '../../../../../src/contract/index.js';
import { DraftLines } from './draft-lines.js';
import { PenLine } from './pen-line.js';

/** Who else is at it, and what they have written. */
export function Beside({ screen }: { screen: Conversation }) {
  return (
    <>
      <PenLine ticket={screen.ticket} />
      <DraftLines screen={screen} />
    </>
  );
}
