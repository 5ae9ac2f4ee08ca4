import { ServerTime } from './server-time.js';

const iso = (ms: number) => new Date(ms).toISOString();

describe("the server's clock", () => {
  it('is the own one until the server was heard', () => {
    expect(new ServerTime(() => 5000).now()).toBe(5000);
  });

  it('trusts the word that was the least delayed', () => {
    let local = 10_000;
    const time = new ServerTime(() => local);
    time.heard(iso(60_000 - 900));
    local = 11_000;
    time.heard(iso(61_000 - 40));
    local = 12_000;
    time.heard(iso(62_000 - 500));
    expect(time.now()).toBe(62_000 - 40);
  });

  it('follows a clock that was set, once the old words are forgotten', () => {
    let local = 0;
    const time = new ServerTime(() => local);
    time.heard(iso(100_000));
    for (let turn = 1; turn <= 20; turn += 1) {
      local = turn * 1000;
      time.heard(iso(local));
    }
    expect(time.now()).toBe(local);
  });

  it('ignores what is no time', () => {
    const time = new ServerTime(() => 5000);
    time.heard('yesterday');
    expect(time.now()).toBe(5000);
  });
});
