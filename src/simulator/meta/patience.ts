import type { NextFunction, Request, Response } from 'express';

/** Publications are done at once, and answered when it is time. */
export class Patience {
  private waiting: Promise<void> | null = null;

  /** Gives the function that ends it. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.waiting = promise;
    return () => {
      this.waiting = null;
      resolve();
    };
  }

  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const { waiting } = this;
    if (waiting !== null && request.method === 'POST') {
      const answer = response.json.bind(response);
      response.json = (body: unknown): Response => {
        void waiting.then(() => answer(body));
        return response;
      };
    }
    next();
  };
}
