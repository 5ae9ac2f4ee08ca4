import { z } from 'zod';

const filledIn = z.record(z.string(), z.string());

/** What is kept, sealed, until an administrator comes back from the network. */
const keptSchema = z.object({ keep: filledIn, app: filledIn, brand: z.string() });
export type Kept = z.infer<typeof keptSchema>;

export function keptFrom(record: string): Kept {
  return keptSchema.parse(JSON.parse(record));
}

/** Sealed for this one way back and no other. */
export function keptFor(stateHash: string): string {
  return `connecting:${stateHash}`;
}
