import { compose } from './compose.js';

const public_ = { acct: 'zoe@pouet.example', isAlone: false };
const direct = { acct: 'zoe@pouet.example', isAlone: true };

describe('the text of a reply', () => {
  it.each([
    ['names the person when the agent did not', 'Hello', '@zoe@pouet.example Hello'],
    ['keeps a mention that is there', 'Hello @zoe@pouet.example!', 'Hello @zoe@pouet.example!'],
    ['takes capitals for the same name', '@Zoe@Pouet.example hi', '@Zoe@Pouet.example hi'],
    ['does not take a longer name for the person', '@zoeli hi', '@zoe@pouet.example @zoeli hi'],
    ['does not take the same name elsewhere for the person', '@zoe@x.test hi', '@zoe@pouet.example @zoe@x.test hi'],
    ['does not take an e-mail address for a mention', 'a@zoe@pouet.example', '@zoe@pouet.example a@zoe@pouet.example'],
    ['names the person even without words', '', '@zoe@pouet.example'],
  ])('%s', (_what, text, published) => {
    expect(compose(text, public_)).toBe(published);
  });

  it.each([
    ['a stray name', 'ask @bob@corp.example', '@zoe@pouet.example ask bob@corp.example'],
    ['a name in brackets', '(@bob)', '@zoe@pouet.example (bob)'],
    ['many signs', 'hi @@@bob', '@zoe@pouet.example hi bob'],
    ['the person’s name without the host', '@zoe hi', '@zoe@pouet.example zoe hi'],
    ['ours', '@zoe@pouet.example write to @northline', '@zoe@pouet.example write to northline'],
  ])('brings nobody else into a direct exchange: %s', (_what, text, published) => {
    expect(compose(text, direct)).toBe(published);
  });

  it.each([['https://social.example/@bob'], ['mail bob@corp.example'], ['a @ b'], ['?u=@bob']])(
    'leaves %j alone, which mentions nobody',
    (text) => {
      expect(compose(text, direct)).toBe(`@zoe@pouet.example ${text}`);
    },
  );
});
