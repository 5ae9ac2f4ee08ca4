/** How a workspace hands out work, beyond its rules and teams. */
export interface RoutingSettings {
  /** Seconds after which somebody who is not connected has left. */
  readonly leftSeconds: number;
  /** Who may not take any ticket takes one of so many that press most; null: any. */
  readonly pickFromTop: number | null;
  /** How often in a day they may pass over one that presses more; null: as often as they like. */
  readonly skipsPerDay: number | null;
}

export const usualSettings: RoutingSettings = { leftSeconds: 120, pickFromTop: 25, skipsPerDay: 20 };
