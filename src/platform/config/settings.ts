import { resolve } from 'node:path';
import { z } from 'zod';

/** A setting that is missing, mistyped or contradicts another. Its message is the whole sentence to print. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const wholeNumber = (from: number, to: number, fallback: number) => {
  const sentence = `must be a whole number from ${from} to ${to}`;
  const inRange = (text: string) => /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to;
  return z.string().refine(inRange, sentence).transform(Number).default(fallback);
};

const oneOf = <const Choice extends string>(choices: readonly Choice[]) =>
  z.enum(choices, `must be one of ${choices.join(', ')}`);

const onOff = (fallback: 'on' | 'off') =>
  oneOf(['on', 'off'])
    .default(fallback)
    .transform((value) => value === 'on');

const secretKey = z
  .string()
  .transform((text) => Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes, written in base64 or as 64 hexadecimal digits')
  .nullable()
  .default(null);

/** Nobody writes the path of the console into a link to it: the origin is all there is. */
const publicUrl = z
  .string()
  .refine(
    (text) => /^https?:\/\/[^/?#]+\/?$/.test(text) && URL.canParse(text),
    'must look like https://relais.example.com',
  )
  .transform((text) => new URL(text).origin);

const postgresUrl = z
  .string()
  .refine(
    (text) => /^postgres(ql)?:\/\/./.test(text) && URL.canParse(text),
    'must look like postgres://user:password@host/database',
  );

const text = z.string();

/** Every setting there is: its name, what it may be, what it is when absent. */
const schema = z.object({
  RELAIS_DATA_DIR: text.default('./data').transform((path) => resolve(path)),
  RELAIS_PORT: wholeNumber(0, 65_535, 3000),
  RELAIS_HOST: text.default('127.0.0.1'),
  RELAIS_PUBLIC_URL: publicUrl.optional(),
  RELAIS_ROLE: oneOf(['api', 'worker', 'all']).default('all'),
  DATABASE_URL: postgresUrl.nullable().default(null),
  RELAIS_SECRET_KEY: secretKey,
  RELAIS_LOG_LEVEL: oneOf(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  RELAIS_METRICS_PORT: wholeNumber(0, 65_535, 0).nullable().default(null),
  RELAIS_METRICS_TOKEN: text.min(16, 'must have at least 16 characters').nullable().default(null),
  RELAIS_WAKEUPS: onOff('on'),
  RELAIS_ALLOW_PRIVATE_NETWORK: onOff('off'),
  RELAIS_ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  RELAIS_ADMIN_PASSWORD: text.min(10, 'must have at least 10 characters').optional(),
  RELAIS_TRUST_PROXY: wholeNumber(0, 10, 0),
});

type Read = z.infer<typeof schema>;

export interface Settings {
  /** Absolute. Holds the embedded database, the files and the secret key. */
  readonly dataDir: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly role: 'api' | 'worker' | 'all';
  /** null: the embedded database. */
  readonly databaseUrl: string | null;
  /** null: the file secret.key in the data folder. */
  readonly secretKey: Buffer | null;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly metrics: { readonly port: number | null; readonly token: string | null };
  readonly wakeups: boolean;
  /** Whether calls of ours may reach loopback and private addresses: for the demo and for tests. */
  readonly allowPrivateNetwork: boolean;
  readonly firstAdministrator: { readonly email: string; readonly password: string } | null;
  /** How many proxies in front of us tell the truth about the caller's address. */
  readonly trustProxy: number;
}

/** The settings of this process. Throws a SettingsError with a sentence that never repeats a value: it may be a secret. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  refuseUnknown(environment);
  // Compose files and shells pass a variable that is not set as an empty one.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(given);
  if (!result.success) throw new SettingsError(sentences(result.error));
  return settle(result.data);
}

function settle(read: Read): Settings {
  if (read.DATABASE_URL === null && read.RELAIS_ROLE !== 'all') {
    throw new SettingsError(
      `RELAIS_ROLE=${read.RELAIS_ROLE} needs DATABASE_URL: the embedded database serves the one process that started it.`,
    );
  }
  return {
    dataDir: read.RELAIS_DATA_DIR,
    port: read.RELAIS_PORT,
    host: read.RELAIS_HOST,
    publicUrl: read.RELAIS_PUBLIC_URL ?? ownUrl(read.RELAIS_HOST, read.RELAIS_PORT),
    role: read.RELAIS_ROLE,
    databaseUrl: read.DATABASE_URL,
    secretKey: read.RELAIS_SECRET_KEY,
    logLevel: read.RELAIS_LOG_LEVEL,
    metrics: { port: read.RELAIS_METRICS_PORT, token: read.RELAIS_METRICS_TOKEN },
    wakeups: read.RELAIS_WAKEUPS,
    allowPrivateNetwork: read.RELAIS_ALLOW_PRIVATE_NETWORK,
    firstAdministrator: firstAdministrator(read),
    trustProxy: read.RELAIS_TRUST_PROXY,
  };
}

function firstAdministrator(read: Read): Settings['firstAdministrator'] {
  const { RELAIS_ADMIN_EMAIL: email, RELAIS_ADMIN_PASSWORD: password } = read;
  if (email === undefined && password === undefined) return null;
  if (email === undefined) throw new SettingsError('RELAIS_ADMIN_PASSWORD needs RELAIS_ADMIN_EMAIL beside it.');
  if (password === undefined) throw new SettingsError('RELAIS_ADMIN_EMAIL needs RELAIS_ADMIN_PASSWORD beside it.');
  return { email, password };
}

/** Where a browser on this machine finds us. */
function ownUrl(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** A mistyped name would otherwise be ignored in silence, and its default used. */
function refuseUnknown(environment: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(environment).filter((name) => name.startsWith('RELAIS_') && !(name in schema.shape));
  if (unknown.length === 0) return;
  const known = Object.keys(schema.shape).join(', ');
  throw new SettingsError(`${unknown.join(', ')}: there is no such setting. These exist: ${known}.`);
}

function sentences(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join(' ');
}
