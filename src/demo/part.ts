import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Start {
  readonly file: string;
  readonly words?: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

/** One process of the demo. It ends with us, whatever ends us: the channel between the two closes. */
export class Part {
  readonly ended: Promise<number>;
  private readonly child: ChildProcess;

  constructor({ file, words = [], environment }: Start) {
    this.child = fork(fileURLToPath(new URL(file, import.meta.url)), [...words], {
      execArgv: ['--enable-source-maps', '--max-semi-space-size=8'],
      // The same thrift as `npm start` has.
      env: { MALLOC_MMAP_THRESHOLD_: '262144', ...environment },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Ctrl-C goes to a whole group of processes; this one waits until it is told.
      detached: true,
    });
    this.ended = new Promise((resolve) => {
      this.child.on('exit', (code) => {
        resolve(code ?? 1);
      });
    });
  }

  /** What it says once it is ready. */
  ready<Told>(): Promise<Told> {
    return new Promise((resolve) => {
      this.child.once('message', (told: Told) => {
        resolve(told);
      });
    });
  }

  tell(what: string): void {
    this.child.send(what);
  }

  stop(): void {
    this.child.kill('SIGTERM');
  }
}
