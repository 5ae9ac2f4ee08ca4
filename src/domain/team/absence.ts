export const absenceReasons = ['leave', 'sick', 'training', 'other'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

export const openWorks = ['stays', 'moves'] as const;
/** What becomes of the tickets in their hands when it begins: to the stand-in, or back into the queue where there is none. */
export type OpenWork = (typeof openWorks)[number];

/** Somebody who is away now. */
export interface Away {
  readonly agentId: string;
  readonly standInId: string | null;
}

/**
 * Who does somebody's work now: they themselves while they are there, else their stand-in, or the stand-in of that one. Null
 * when nobody does, also where people stand in for each other and are all away.
 */
export function standInFor(away: readonly Away[], agentId: string): string | null {
  const asked = new Set<string>();
  for (let id: string | null = agentId; id !== null && !asked.has(id);) {
    asked.add(id);
    const absence = away.find((one) => one.agentId === id);
    if (!absence) return id;
    id = absence.standInId;
  }
  return null;
}
