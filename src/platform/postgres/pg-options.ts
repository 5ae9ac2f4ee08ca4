/** How to reach one PostgreSQL database. The names are those of the `pg` driver. */
export interface PgOptions {
  /** A name, an address, or the folder of a unix socket. */
  readonly host: string;
  /** 5432 when not given. */
  readonly port?: number;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
  /** Encrypted when given; `rejectUnauthorized` false takes any certificate. */
  readonly ssl?: { readonly rejectUnauthorized: boolean };
}

/**
 * What `postgres://user:password@host:port/database?sslmode=…&host=/socket/folder` says; libpq's meaning of sslmode
 * (`require` encrypts without checking who is there, `verify-ca` and `verify-full` check).
 */
export function pgOptionsFromUrl(text: string): PgOptions {
  const url = new URL(text);
  const user = decodeURIComponent(url.username) || (url.searchParams.get('user') ?? 'postgres');
  const ssl = sslOf(url.searchParams.get('sslmode'));
  return {
    host: url.searchParams.get('host') ?? (url.hostname.replace(/^\[|\]$/g, '') || 'localhost'),
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    user,
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    database: decodeURIComponent(url.pathname.slice(1)) || user,
    ...(ssl === null ? {} : { ssl }),
  };
}

function sslOf(mode: string | null): { rejectUnauthorized: boolean } | null {
  if (mode === 'require') return { rejectUnauthorized: false };
  return mode?.startsWith('verify-') ? { rejectUnauthorized: true } : null;
}
