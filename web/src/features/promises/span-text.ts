/** Days are not offered: nobody would know whether one is a working day or 24 hours. */
export const spanPattern = String.raw`\s*(\d+\s*h(\s*[0-5]?\d(\s*min)?)?|\d+(\s*min)?)\s*`;

/** "45 min", "1 h 30": what is typed for a time, in minutes; null for what is none. A bare number is minutes. */
export function readSpan(text: string): number | null {
  const [, hours, rest] = /^(?:(\d+)\s*h)?\s*(?:(\d+)(?:\s*min)?)?$/.exec(text.trim().toLowerCase()) ?? [];
  if (hours === undefined && rest === undefined) return null;
  const minutes = Number(hours ?? 0) * 60 + Number(rest ?? 0);
  return minutes >= 1 && minutes <= 527_040 ? minutes : null;
}

export function spanText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${String(rest)} min`;
  return rest === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(rest).padStart(2, '0')}`;
}
