import { newToken } from '../../platform/ids.js';

/** An error as the network answers it. */
export class XrpcError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Credentials {
  readonly password: string;
  readonly hasChat: boolean;
}

interface Session {
  readonly did: string;
  readonly hasChat: boolean;
  readonly endsAt: number;
}

const lifeMs = 2 * 60 * 60_000;

/** Passwords of apps, and the sessions made with them. */
export class Access {
  readonly passwords = new Map<string, Credentials>();
  private readonly sessions = new Map<string, Session>();
  private readonly refreshes = new Map<string, Session>();
  private expiredBefore = 0;

  constructor(private readonly now: () => Date) {}

  signIn(did: string | undefined, password: string) {
    const known = did === undefined ? undefined : this.passwords.get(did);
    if (did === undefined || known?.password !== password) {
      throw new XrpcError(401, 'AuthenticationRequired', 'Invalid identifier or password');
    }
    return this.open({ did, hasChat: known.hasChat });
  }

  /** A refresh token is good once. */
  renew(token: string) {
    const session = this.refreshes.get(token);
    if (session === undefined) throw new XrpcError(400, 'ExpiredToken', 'Token has been revoked');
    this.refreshes.delete(token);
    return this.open(session);
  }

  session(token: string | undefined): Session {
    const session = this.sessions.get(token ?? '');
    if (session === undefined) throw new XrpcError(401, 'AuthMissing', 'Authentication Required');
    if (session.endsAt <= Math.max(this.now().getTime(), this.expiredBefore)) {
      throw new XrpcError(400, 'ExpiredToken', 'Token has expired');
    }
    return session;
  }

  expire(): void {
    this.expiredBefore = this.now().getTime() + lifeMs;
  }

  /** The app password was taken away, and all that was made with it. */
  revoke(did: string): void {
    this.passwords.delete(did);
    this.sessions.clear();
    this.refreshes.clear();
  }

  private open({ did, hasChat }: Pick<Session, 'did' | 'hasChat'>) {
    // Whatever is opened from now on has not expired.
    const endsAt = Math.max(this.now().getTime(), this.expiredBefore) + lifeMs;
    const session = { did, hasChat, endsAt };
    const claims = Buffer.from(JSON.stringify({ sub: did, exp: Math.floor(endsAt / 1000) })).toString('base64url');
    const accessJwt = `${newToken(8)}.${claims}.${newToken(8)}`;
    const refreshJwt = newToken(24);
    this.sessions.set(accessJwt, session);
    this.refreshes.set(refreshJwt, session);
    return { did, accessJwt, refreshJwt };
  }
}
