/** The right to write the reply now. */
export interface Pen {
  readonly agentId: string;
  readonly until: Date;
  /** Who asks for it, and until when whoever has it may refuse: silence is a yes. */
  readonly asked: { readonly by: string; readonly until: Date } | null;
}

const second = 1000;
/** Typing keeps it for as long. */
export const penMs = 60 * second;
const refusalMs = 15 * second;
/** Whoever has left the ticket may come back to it so soon. */
const leftMs = 30 * second;

const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** The pen as it is at this instant: handed on by silence, or in nobody's hands. */
export function penAt(pen: Pen | null, now: Date): Pen | null {
  if (!pen) return null;
  const { until, asked } = pen;
  if (!asked) return until > now ? pen : null;
  const passes = earlier(until, asked.until);
  return passes > now ? pen : penAt({ agentId: asked.by, until: after(passes, penMs), asked: null }, now);
}

/** As after a key stroke of this agent; null when somebody else has it. */
export function penTaken(pen: Pen | null, agentId: string, now: Date): Pen | null {
  if (pen && pen.agentId !== agentId) return null;
  return { agentId, until: after(now, penMs), asked: pen?.asked ?? null };
}

/** As after asking whoever has it. Who asked before is before. */
export function penAsked(pen: Pen, by: string, now: Date): Pen {
  return pen.asked ? pen : { ...pen, asked: { by, until: after(now, refusalMs) } };
}

/** As after its holder has laid it down: whoever asked has it. */
export function penLaidDown(pen: Pen, now: Date): Pen | null {
  return pen.asked && { agentId: pen.asked.by, until: after(now, penMs), asked: null };
}

/** As after its holder has gone from the ticket, and may come back. */
export function penLeft(pen: Pen, now: Date): Pen {
  return { ...pen, until: earlier(pen.until, after(now, leftMs)) };
}
