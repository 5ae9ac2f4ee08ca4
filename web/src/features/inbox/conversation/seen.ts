const key = 'relais.seen';
const kept = 400;

type Seen = Record<string, string>;

function read(): Seen {
  try {
    const told: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof told !== 'object' || told === null) return {};
    return Object.fromEntries(
      Object.entries(told).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
  } catch {
    // Forbidden storage, or an entry of another hand: nothing is known, and nothing is lost by that.
    return {};
  }
}

/** When this agent last looked at a ticket on this browser. */
export function seenUntil(agentId: string, ticketId: string): string | null {
  return read()[`${agentId}/${ticketId}`] ?? null;
}

/** Keeps the newest few hundred. */
export function markSeen(agentId: string, ticketId: string, until: string): void {
  const seen = read();
  const id = `${agentId}/${ticketId}`;
  if ((seen[id] ?? '') >= until) return;
  const others = Object.entries(seen).filter(([other]) => other !== id);
  const next = [...others, [id, until]].slice(-kept);
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(next)));
  } catch {
    // Full or forbidden: the divider is a comfort, not a promise.
    return;
  }
}
