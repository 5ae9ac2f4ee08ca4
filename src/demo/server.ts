import { fileURLToPath } from 'node:url';

import { runProcess } from '../run-process.js';
import { administrator, colleagues, demoPassword } from './cast.js';

/** What this process tells the one that started it. */
export interface ServerReady {
  readonly publicUrl: string;
  readonly setUpUrl: string | null;
}

// The product itself, but that it calls itself a demo and shows at the door whom to sign in as.
await runProcess({
  environment: process.env,
  home: fileURLToPath(new URL('..', import.meta.url)),
  demo: [administrator, ...colleagues].map(({ name, email, role }) => ({ name, email, role, password: demoPassword })),
  ready: (ready: ServerReady) => process.send?.(ready),
});
