/** The addresses under which the outside world finds us. */
export class Addresses {
  /** `publicUrl`: an origin, without a slash at the end. */
  constructor(readonly publicUrl: string) {}

  /** Where a network calls us for the app of this key. */
  hook(network: string, appKey: string): string {
    return `${this.publicUrl}/hooks/${network}/${appKey}`;
  }

  /** Where a network sends an administrator back to after they agreed. */
  get oauthBack(): string {
    return `${this.publicUrl}/oauth/back`;
  }

  /** The token stands behind the `#`: it reaches no server, no log and no referrer. */
  setUp(token: string): string {
    return `${this.publicUrl}/set-up#${token}`;
  }

  ask(token: string): string {
    return `${this.publicUrl}/ask#${token}`;
  }

  invitation(token: string): string {
    return `${this.publicUrl}/invitation#${token}`;
  }
}
