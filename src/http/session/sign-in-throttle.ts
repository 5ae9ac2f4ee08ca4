import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../../contract/index.js';

const minute = 60;

/**
 * Slows guessing down: by the address it comes from, by the address and e-mail together, and by the e-mail alone,
 * where the limit is far higher so that nobody can lock somebody else out. Counted in the memory of each process;
 * a right password is not held against anybody.
 */
@Injectable()
export class SignInThrottle {
  private readonly byAddress = new RateLimiterMemory({ points: 50, duration: 10 * minute });
  private readonly byBoth = new RateLimiterMemory({ points: 8, duration: 5 * minute });
  private readonly byEmail = new RateLimiterMemory({ points: 100, duration: 60 * minute });

  /** Counted before the password is looked at: many at once must not slip through together. */
  async attempt(email: string, address: string): Promise<void> {
    const keys = keysOf(email, address);
    await spend(this.byAddress, keys.address);
    await spend(this.byBoth, keys.both);
    await spend(this.byEmail, keys.email);
  }

  async succeeded(email: string, address: string): Promise<void> {
    const keys = keysOf(email, address);
    await this.byAddress.reward(keys.address);
    await this.byBoth.delete(keys.both);
    await this.byEmail.reward(keys.email);
  }
}

function keysOf(email: string, address: string) {
  const name = email.trim().toLowerCase();
  return { address, email: name, both: `${address} ${name}` };
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal('sign-in.too-many', { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) });
  }
}
