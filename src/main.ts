import { fileURLToPath } from 'node:url';
import { runProcess } from './run-process.js';

await runProcess({
  environment: process.env,
  home: fileURLToPath(new URL('.', import.meta.url)),
  demo: null,
  // To whoever looks on, in plain words; the log has it for machines, without the link, which is a secret.
  ready: ({ publicUrl, setUpUrl }) => {
    const lines = [
      `Relais is ready: ${publicUrl}`,
      ...(setUpUrl === null
        ? []
        : ['', 'Open this link to set it up. It works once, for 24 hours; a restart prints another.', setUpUrl]),
    ];
    process.stderr.write(`\n${lines.join('\n')}\n\n`);
  },
});
