import type { NextFunction, Request, Response } from 'express';

/** Which of the next API calls misbehave; all of them when nothing is said, once when no number is. */
export interface FaultOf {
  readonly method?: string;
  /** A piece of the path, or a pattern for it. */
  readonly path?: string | RegExp;
  readonly times?: number;
}

export interface Failing extends FaultOf {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type Effect = (request: Request, response: Response, next: NextFunction) => void;

interface Fault {
  readonly of: FaultOf;
  readonly effect: Effect;
  left: number;
}

export interface ApiCall {
  readonly method: string;
  /** With its query, whatever is secret in it taken out. */
  readonly path: string;
  readonly at: string;
  readonly status: number | null;
  readonly idempotencyKey: string | null;
}

/** The faults that were asked for, and the calls that came. */
export class Script {
  private readonly faults: Fault[] = [];
  private readonly seen: { call: ApiCall; response: Response }[] = [];

  constructor(
    private readonly now: () => Date,
    private readonly hide: (path: string) => string,
  ) {}

  /** Answered with an error of the network, without having done anything. */
  fail(failing: Failing): void {
    this.add(failing, (_request, response) => {
      response.status(failing.status).set({ ...failing.headers });
      if (typeof failing.body === 'string') response.send(failing.body);
      else response.json(failing.body ?? { error: `HTTP ${failing.status}` });
    });
  }

  /** Done, and then the connection breaks before anything is answered. */
  cut(of: FaultOf = {}): void {
    this.add(of, (request, response, next) => {
      silence(response, () => request.socket.destroy());
      next();
    });
  }

  /** Done, and then never answered. */
  stall(of: FaultOf = {}): void {
    this.add(of, (_request, response, next) => {
      silence(response, () => undefined);
      next();
    });
  }

  calls(): ApiCall[] {
    return this.seen.map(({ call, response }) => ({
      ...call,
      status: response.writableEnded ? response.statusCode : null,
    }));
  }

  readonly middleware: Effect = (request, response, next) => {
    this.note(request, response);
    const fault = this.faults.find((one) => one.left > 0 && fits(one.of, request));
    if (fault === undefined) {
      next();
      return;
    }
    fault.left -= 1;
    fault.effect(request, response, next);
  };

  private add(of: FaultOf, effect: Effect): void {
    this.faults.push({ of, effect, left: of.times ?? 1 });
  }

  private note(request: Request, response: Response): void {
    const call = {
      method: request.method,
      path: this.hide(request.originalUrl),
      at: this.now().toISOString(),
      status: null,
      idempotencyKey: request.get('idempotency-key') ?? null,
    };
    this.seen.push({ call, response });
  }
}

function fits(of: FaultOf, request: Request): boolean {
  if (of.method !== undefined && of.method.toUpperCase() !== request.method) return false;
  if (of.path === undefined) return true;
  const path = request.baseUrl + request.path;
  return typeof of.path === 'string' ? path.includes(of.path) : of.path.test(path);
}

/** The route does its work and believes that it has answered. */
function silence(response: Response, then: () => unknown): void {
  response.end = (): Response => {
    then();
    return response;
  };
}
