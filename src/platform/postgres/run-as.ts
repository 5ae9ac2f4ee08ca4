import { spawnSync } from 'node:child_process';

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  /** Whom the command runs as, when not as us. Its folders must be theirs. */
  readonly user: { readonly uid: number; readonly gid: number } | null;
}

const nobody = 65_534;
const namespace = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`];

const works = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, [...args], { stdio: 'ignore' }).status === 0;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own it believes that it is nobody, while its files stay
 * root's, so that even a folder under /root will do. Where the system has no namespaces it runs as nobody for good.
 */
export function asOrdinaryUser(command: string, args: readonly string[]): Launch {
  if (process.getuid?.() !== 0) return { command, args, user: null };
  if (works('unshare', [...namespace, 'true'])) {
    return { command: 'unshare', args: [...namespace, '--', command, ...args], user: null };
  }
  return { command, args, user: { uid: nobody, gid: nobody } };
}

/** The same, asked to stop by Linux when this process dies, even of a SIGKILL. SIGINT is PostgreSQL's fast shutdown. */
export function boundToUs(command: string, args: readonly string[]): Launch {
  if (!works('setpriv', ['--pdeathsig', 'INT', '--', 'true'])) return asOrdinaryUser(command, args);
  // Inside the namespace: changing the user clears the wish.
  return asOrdinaryUser('setpriv', ['--pdeathsig', 'INT', '--', command, ...args]);
}
