import { openLog } from './log.js';
import { NestLog } from './nest-log.js';

function recording(level = 'debug') {
  const lines: unknown[] = [];
  const write = (line: string): void => void lines.push(JSON.parse(line));
  return { lines, log: openLog({ level, to: { write } }) };
}

describe('openLog', () => {
  it('writes one line of JSON with its level, time and facts', () => {
    const { lines, log } = recording();
    log.child({ part: 'jobs' }).warn({ tries: 3 }, 'The account is paused.');
    expect(lines).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        part: 'jobs',
        tries: 3,
        msg: 'The account is paused.',
      },
    ]);
  });

  it('is quiet below its level', () => {
    const { lines, log } = recording('error');
    log.warn({}, 'unheard');
    expect(lines).toEqual([]);
  });

  it.each([
    { token: 'canary' },
    { account: { accessToken: 'canary' } },
    { request: { headers: { authorization: 'canary', cookie: 'canary' } } },
    { answer: { body: 'canary' } },
  ])('hides the secret in %j', (facts) => {
    const { lines, log } = recording();
    log.info(facts, 'A call.');
    expect(JSON.stringify(lines)).not.toContain('canary');
  });

  it('tells kind, words and cause of an error, not what a library hung on it', () => {
    const { lines, log } = recording();
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    log.error({ error: Object.assign(new Error('no database', { cause }), { parameters: ['canary'] }) }, 'Stopped.');
    expect(lines).toMatchObject([{ error: { message: 'no database', cause: { code: 'ECONNREFUSED' } } }]);
    expect(JSON.stringify(lines)).not.toContain('canary');
  });
});

describe('NestLog', () => {
  it("carries the framework's lines, with the part that speaks and the stack of errors", () => {
    const { lines, log } = recording();
    const nest = new NestLog(log);
    nest.log('started', 'NestFactory');
    nest.error('boom', 'at somewhere', 'Router');
    nest.error(new Error('bang'), 'Router');
    expect(lines).toMatchObject([
      { level: 'debug', part: 'NestFactory', msg: 'started' },
      { level: 'error', part: 'Router', stack: 'at somewhere', msg: 'boom' },
      { level: 'error', part: 'Router', error: { message: 'bang' }, msg: 'bang' },
    ]);
  });
});
