import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** The framework's own lines in our log. Its chatter about modules and routes is `debug` to us. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.to.debug(facts(rest), sentence(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.to.debug(facts(rest), sentence(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.to.debug(facts(rest), sentence(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.to.warn(facts(rest), sentence(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const error = hasMessage(message) ? { error: message } : {};
    this.to.error({ ...facts(rest), ...error }, sentence(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.error(message, ...rest);
  }
}

/** Nest passes the speaking part last and, for errors, the stack before it. */
function facts(rest: readonly unknown[]): object {
  const part = rest.at(-1);
  const stack = rest.length > 1 ? rest.at(0) : undefined;
  return { ...(typeof part === 'string' ? { part } : {}), ...(typeof stack === 'string' ? { stack } : {}) };
}

function sentence(message: unknown): string {
  if (typeof message === 'string') return message;
  return hasMessage(message) ? String(message.message) : JSON.stringify(message);
}

function hasMessage(value: unknown): value is { message: unknown } {
  return typeof value === 'object' && value !== null && 'message' in value;
}
