import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Caller } from '../../actions/caller.js';
import { NoSession } from './no-session.js';

/** The agent who asks. */
export const From = createParamDecorator((_nothing: unknown, context: ExecutionContext): Caller => {
  const caller = context.switchToHttp().getRequest<Request>().user?.caller;
  if (!caller) throw new NoSession();
  return caller;
});
