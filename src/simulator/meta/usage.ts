import type { NextFunction, Request, Response } from 'express';

import { sendError } from './backend.js';
import { GraphError } from './model.js';

/** How much of its rate the app has used, told with every answer. */
export class Usage {
  percent = 1;
  /** Minutes until calls are accepted again, once all is used. */
  regainMinutes = 0;

  readonly middleware = (_request: Request, response: Response, next: NextFunction): void => {
    const share = { call_count: this.percent, total_cputime: 1, total_time: 1 };
    const regain = { estimated_time_to_regain_access: this.regainMinutes };
    response.set('X-App-Usage', JSON.stringify({ ...share, call_count: Math.min(this.percent, 10) }));
    response.set(
      'X-Business-Use-Case-Usage',
      JSON.stringify({ '100200300': [{ type: 'pages', ...share, ...regain }] }),
    );
    if (this.percent < 100) next();
    else sendError(response, new GraphError(80001, '(#80001) There have been too many calls to this Page account.'));
  };
}
