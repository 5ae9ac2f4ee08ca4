/** What a webhook call tells of one of our numbers. */
export interface Value {
  /** The number's id. */
  readonly account: string;
  readonly contacts: unknown;
  readonly at: Date | undefined;
}
