import type { NextFunction, Request, Response } from 'express';
import type { Metrics } from '../../platform/metrics.js';

/** Times every request by its route, never by its address: addresses hold ids, and would fill the memory. */
export function watchRequests(metrics: Metrics) {
  const seconds = metrics.histogram(
    {
      name: 'relais_http_request_seconds',
      help: 'Requests by route and status.',
      labels: ['method', 'route', 'status'],
    },
    [0.005, 0.02, 0.1, 0.5, 2, 10],
  );
  return (request: Request, response: Response, next: NextFunction): void => {
    const end = seconds.startTimer();
    response.on('finish', () => {
      end({ method: request.method, route: routeOf(request), status: String(response.statusCode) });
    });
    next();
  };
}

function routeOf(request: Request): string {
  const route: unknown = request.route;
  if (typeof route !== 'object' || route === null || !('path' in route)) return 'other';
  return String(route.path);
}
