import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Launch } from './run-as.js';

/** It ended before it was ready; `lines` is the last it said. */
export class PostmasterFailed extends Error {
  override readonly name = 'PostmasterFailed';

  constructor(readonly lines: readonly string[]) {
    const reason = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1);
    super(`PostgreSQL did not start: ${reason ?? 'it said nothing'}`);
  }

  /** Another one holds the folder, or the remains of one that was killed have not gone yet. */
  get becauseFolderInUse(): boolean {
    return this.lines.some((line) => /lock file ".*" already exists|shared memory block .* is still in use/.test(line));
  }
}

const keptLines = 20;

/** One running PostgreSQL. */
export class Postmaster {
  private constructor(
    private readonly child: ChildProcess,
    /** Resolves when it has ended, for whatever reason. */
    readonly ended: Promise<unknown>,
  ) {}

  /** Resolves when it takes connections. Every line it writes goes to `hear`. */
  static async start(launch: Launch, hear: (line: string) => void): Promise<Postmaster> {
    const child = spawn(launch.command, [...launch.args], {
      // Detached: Ctrl-C reaches the whole group, and we still need it while we finish.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(launch.user ?? {}),
    });
    const lines: string[] = [];
    const ready = Promise.withResolvers<true>();
    createInterface({ input: child.stderr }).on('line', (line) => {
      hear(line);
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      if (line.includes('ready to accept connections')) ready.resolve(true);
    });
    const ended = once(child, 'close').catch((error: unknown) => lines.push(String(error)));
    const isReady = await Promise.race([ready.promise, ended.then(() => false)]);
    if (!isReady) throw new PostmasterFailed(lines);
    return new Postmaster(child, ended);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Ends sessions, writes everything down, stops. */
  async stop(): Promise<void> {
    this.child.kill('SIGINT');
    await this.ended;
  }
}
