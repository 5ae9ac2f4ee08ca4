import { pgOptionsFromUrl } from './pg-options.js';

describe('pgOptionsFromUrl', () => {
  it.each([
    [
      'postgres://ana:p%40ss@db.example.com:6432/relais',
      { host: 'db.example.com', port: 6432, user: 'ana', password: 'p@ss', database: 'relais' },
    ],
    ['postgresql://ana@[::1]/relais', { host: '::1', user: 'ana', database: 'relais' }],
    [
      'postgres:///relais?host=/var/run/postgresql&user=ana',
      { host: '/var/run/postgresql', user: 'ana', database: 'relais' },
    ],
    ['postgres://localhost', { host: 'localhost', user: 'postgres', database: 'postgres' }],
    ['postgres://a@h/d?sslmode=require', { host: 'h', user: 'a', database: 'd', ssl: { rejectUnauthorized: false } }],
    [
      'postgres://a@h/d?sslmode=verify-full',
      { host: 'h', user: 'a', database: 'd', ssl: { rejectUnauthorized: true } },
    ],
    ['postgres://a@h/d?sslmode=prefer', { host: 'h', user: 'a', database: 'd' }],
  ])('reads %s', (url, options) => {
    expect(pgOptionsFromUrl(url)).toEqual(options);
  });
});
