import { destination, type DestinationStream, pino } from 'pino';

/**
 * Facts for machines, one English sentence for people. Never a body, a text of a customer, or a URL with its query.
 * A class, so that parts can be given one by its name.
 */
export abstract class Log {
  abstract debug(facts: object, sentence: string): void;
  abstract info(facts: object, sentence: string): void;
  abstract warn(facts: object, sentence: string): void;
  abstract error(facts: object, sentence: string): void;
  /** The same log with facts on every line, such as `{ part: 'postgres' }`. */
  abstract child(facts: object): Log;
}

/** A net under the rule above, for what slips through in facts of three levels at most. */
const secretNames = [
  'password',
  'token',
  'accessToken',
  'access_token',
  'refreshToken',
  'refresh_token',
  'appSecret',
  'app_secret',
  'client_secret',
  'secret',
  'authorization',
  'cookie',
  'body',
];
const redact = {
  paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  censor: '[hidden]',
};

interface Ask {
  readonly level: string;
  /** Standard output when not given. */
  readonly to?: DestinationStream;
}

/** Lines of JSON. An error belongs under `error` in the facts. */
export function openLog({ level, to }: Ask): Log {
  // Synchronous: the last lines before a crash are the ones that matter.
  return pino(
    {
      level,
      base: null,
      redact,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: describeError },
    },
    to ?? destination({ dest: 1, sync: true }),
  );
}

/** Kind, words and stack, nothing else: drivers and HTTP clients hang parameters and bodies on their errors. */
function describeError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('message' in error)) return error;
  return {
    kind: 'name' in error ? error.name : undefined,
    code: 'code' in error ? error.code : undefined,
    message: error.message,
    stack: 'stack' in error ? error.stack : undefined,
    cause: 'cause' in error ? describeError(error.cause) : undefined,
  };
}
