import { Injectable } from '@nestjs/common';
import type { Request, RequestHandler, Response } from 'express';
import passport from 'passport';
import { Strategy as CustomStrategy } from 'passport-custom';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Caller } from '../../actions/caller.js';
import { RecogniseSession } from '../../actions/team/recognise-session.js';
import { SignIn, type Recognised } from '../../actions/team/sign-in.js';
import { sessionToken } from '../../platform/session-token.js';

type Way = 'session' | 'password';
type Settle = (error: unknown, user?: Express.User | false | null) => void;

/** As much of passport as we use, with its types. */
interface Passport {
  use(name: Way, strategy: passport.Strategy): unknown;
  authenticate(name: Way, options: { session: false }, settle: Settle): RequestHandler;
}

/**
 * Who is asking: by the token of a session, or by e-mail and password. A passport of its own for each application:
 * the shared one of the package would let the last application answer for all.
 */
@Injectable()
export class Authenticator {
  private readonly passport: Passport = new passport.Passport();

  constructor(
    private readonly sessions: RecogniseSession,
    private readonly signIn: SignIn,
  ) {
    const session = new CustomStrategy((request, done) => {
      this.bySession(request).then((user) => done(null, user ?? false), done);
    });
    const password = new LocalStrategy({ usernameField: 'email' }, (email, password, done) => {
      this.byPassword({ email, password }).then((user) => done(null, user), done);
    });
    this.passport.use('session', session);
    this.passport.use('password', password);
  }

  /** Null for a request without a session, or with one that has ended. */
  async caller(request: Request, response: Response): Promise<Caller | null> {
    return (await this.ask('session', request, response))?.caller ?? null;
  }

  /** From the e-mail and password in the body; throws a Refusal when they are not right. */
  async recognised(request: Request, response: Response): Promise<Recognised | null> {
    return (await this.ask('password', request, response))?.recognised ?? null;
  }

  private ask(way: Way, request: Request, response: Response): Promise<Express.User | null> {
    return new Promise((resolve, reject) => {
      const handle = this.passport.authenticate(way, { session: false }, settleWith(resolve, reject));
      void handle(request, response, reject);
    });
  }

  private async bySession(request: Request): Promise<Express.User | null> {
    const found = sessionToken(request.headers);
    const caller = found === null ? null : await this.sessions.run(found.token);
    return caller === null ? null : { caller, recognised: null };
  }

  private async byPassword(credentials: { email: string; password: string }): Promise<Express.User> {
    return { caller: null, recognised: await this.signIn.recognise(credentials) };
  }
}

/** Whatever was thrown, of whatever kind: nobody is taken for nobody because the database was away. */
function settleWith(resolve: (user: Express.User | null) => void, reject: (error: unknown) => void): Settle {
  return (error, user) => {
    if (error !== null && error !== undefined) reject(error);
    else resolve(user || null);
  };
}
