import { ApiError } from './model.js';
import type { Update, Updates } from './updates.js';

interface Ask {
  readonly offset: number;
  readonly limit: number;
  readonly seconds: number;
}

/** `getUpdates` of one bot: waits for an update, and gives way to a later call. */
export class LongPoll {
  private giveWay: (() => void) | null = null;

  constructor(
    private readonly updates: Updates,
    /** The longest wait, whatever is asked: tests do not wait. */
    private readonly mostMs: number,
  ) {}

  async ask({ offset, limit, seconds }: Ask, gone: AbortSignal): Promise<readonly Update[]> {
    this.giveWay?.();
    const found = () => (offset < 0 ? this.updates.newest(-offset) : this.updates.after(offset)).slice(0, limit);
    const first = found();
    const ms = Math.min(seconds * 1000, this.mostMs);
    if (first.length > 0 || ms <= 0) return first;
    await this.wait(ms, gone);
    return found();
  }

  stop(): void {
    this.giveWay?.();
  }

  private wait(ms: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (finish: () => void) => {
        clearTimeout(timer);
        unlisten();
        this.giveWay = null;
        finish();
      };
      const timer = setTimeout(() => {
        end(resolve);
      }, ms);
      const unlisten = this.updates.listen(() => {
        end(resolve);
      });
      gone.addEventListener('abort', () => {
        end(resolve);
      });
      this.giveWay = () => {
        end(() => {
          reject(terminated());
        });
      };
    });
  }
}

function terminated(): ApiError {
  const words = 'terminated by other getUpdates request; make sure that only one bot instance is running';
  return new ApiError(409, `Conflict: ${words}`);
}
