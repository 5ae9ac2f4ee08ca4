import { NoAnswer, NotSent, type HttpAnswer } from '../../platform/http/http.js';
import { SendFailure, UnknownOutcome } from './failure.js';

/** Awaits a call that publishes nothing: without an answer it may simply be made again. */
export async function harmless<T>(pending: Promise<T>): Promise<T> {
  try {
    return await pending;
  } catch (error) {
    if (error instanceof NotSent || error instanceof NoAnswer) throw unreachable(error);
    throw error;
  }
}

/** Awaits a call that publishes: without an answer nobody knows whether it did. */
export async function publishing<T>(pending: Promise<T>): Promise<T> {
  try {
    return await pending;
  } catch (error) {
    if (error instanceof NotSent) throw unreachable(error);
    if (error instanceof NoAnswer) throw new UnknownOutcome('no answer to a publication');
    throw error;
  }
}

/** Awaits what can be done without: a `SendFailure` of it changes nothing. */
export async function tolerated<T, U>(pending: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await pending;
  } catch (error) {
    if (error instanceof SendFailure) return otherwise;
    throw error;
  }
}

export function isSuccess(answer: HttpAnswer): boolean {
  return answer.status >= 200 && answer.status <= 299;
}

/** What the network would not do, or what cannot be asked of it. */
export function refusal(code: string, detail: string): SendFailure {
  return new SendFailure({ kind: 'rejected', code, detail });
}

function unreachable(error: Error): SendFailure {
  return new SendFailure({ kind: 'try-again', code: error.name, detail: 'the server could not be reached' });
}
