import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The built server in a process of its own, that can be killed without warning and started again. */
export class ServerProcess {
  private child: ChildProcess | null = null;
  private said = '';

  constructor(private readonly environment: Readonly<Record<string, string>>) {}

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], {
      env: { PATH: process.env['PATH'], ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    this.said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    }
    const ended = once(child, 'exit');
    while (!this.said.includes('Relais is ready')) {
      const more = await Promise.race([once(child.stderr ?? child, 'data'), ended.then(() => null)]);
      if (more === null) throw new Error(`the server ended: ${this.said}`);
    }
  }

  /** As a power cut does: nothing is finished, nobody is told. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
