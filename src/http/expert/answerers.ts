import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Answerer } from '../../actions/expert/answerer.js';
import { OpenAskLink } from '../../actions/expert/open-ask-link.js';
import { Authenticator } from '../session/authenticator.js';
import { NoSession } from '../session/no-session.js';

const cookie = 'relais_ask';
const days = 7;

/** Who answers a question: whoever came by its link, on the device that it was opened on, or is signed in. */
@Injectable()
export class Answerers {
  constructor(
    private readonly links: OpenAskLink,
    private readonly authenticator: Authenticator,
  ) {}

  async of(request: Request, askId: string): Promise<Answerer> {
    const session = cookieOf(request);
    const linked = session === null ? null : await this.links.recognise(session);
    // It is good for the one question that it was given for.
    if (linked?.askId === askId) return linked;
    const caller = request.res ? await this.authenticator.caller(request, request.res) : null;
    if (!caller) throw new NoSession();
    return caller;
  }
}

function cookieOf(request: Request): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === cookie)?.[1] ?? null;
}

/** Kept for this question alone: a telephone may hold several side by side. */
export function giveAskCookie(request: Request, { askId, session }: { askId: string; session: string }): void {
  request.res?.cookie(cookie, session, {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.secure,
    path: `/api/ask-pages/${askId}`,
    maxAge: days * 86_400_000,
  });
}
