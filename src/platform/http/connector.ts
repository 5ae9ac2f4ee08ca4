import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { errorCode } from '../error-code.js';
import { NotSent } from './http.js';
import { isPublicAddress } from './public-address.js';

const connectTimeoutMs = 5_000;

/** What looks an address up: the system, and in tests a table. */
export type Lookup = (
  name: string,
  options: LookupOptions & { all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

export interface ConnectionRules {
  readonly allowPrivateNetwork: boolean;
  /** Tests give answers of their own to this and the next question. */
  readonly lookup?: Lookup;
  readonly isPublic?: (address: string) => boolean;
}

/**
 * Opens connections, to public addresses only unless told otherwise. A connection that fails here has carried nothing:
 * not a byte of a request is written before the connector has answered. So every error of this file is a NotSent.
 */
export function connectorFor(rules: ConnectionRules): buildConnector.connector {
  const { lookup: ask = lookup, isPublic = isPublicAddress } = rules;
  const mayReach = (address: string): boolean => rules.allowPrivateNetwork || isPublic(address);
  const connect = buildConnector({
    allowH2: false,
    timeout: connectTimeoutMs,
    // The addresses are judged here, where the socket takes them, and not before: a name that is asked twice can answer
    // twice differently.
    lookup: (name, options, done) => {
      ask(name, { ...options, all: true }, (error, addresses) => {
        const inner = addresses?.find(({ address }) => !mayReach(address));
        const failure = error ?? (inner ? new NotSent('the name leads to an address that is not public') : null);
        if (failure) done(failure, []);
        else if (options.all) done(null, addresses);
        else done(null, addresses[0]?.address ?? '', addresses[0]?.family);
      });
    },
  });

  return (options, callback) => {
    // A literal address is never looked up.
    const literal = options.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) !== 0 && !mayReach(literal)) {
      callback(new NotSent('the address is not public'), null);
      return;
    }
    return connect(options, (...[error, socket]) => {
      if (error === null) callback(null, socket);
      else callback(asNotSent(error), null);
    });
  };
}

function asNotSent(error: Error): NotSent {
  if (error instanceof NotSent) return error;
  return new NotSent(`no connection (${errorCode(error) ?? error.message})`, { cause: error });
}
