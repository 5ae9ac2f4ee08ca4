import type { SetUpView } from '../contract/index.js';

/** What this installation is, for those who visit it. */
export class Site {
  constructor(
    readonly facts: {
      readonly version: string;
      /** The people of the demo, with their passwords; null outside it. */
      readonly demo: SetUpView['demo'];
      /** The built console; null where there is none, as in tests. */
      readonly webFolder: string | null;
      /** The description of this interface. */
      readonly openApiFile: string;
      /** What opens /metrics on the port of the API; null when it is shut there. */
      readonly metricsToken: string | null;
    },
  ) {}
}
