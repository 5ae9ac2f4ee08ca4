import { parseJson, storable } from './json.js';

describe('parseJson', () => {
  it.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', '9007199254740993'],
    ['-17841400000000000001', '-17841400000000000001'],
    ['1.5e300', 1.5e300],
    ['0.1', 0.1],
    ['"9007199254740993"', '9007199254740993'],
  ])('reads %s', (text, value) => {
    expect(parseJson(`{"id":${text}}`)).toEqual({ id: value });
  });

  it('reaches numbers at any depth', () => {
    expect(parseJson('[{"a":[12345678901234567890]}]')).toEqual([{ a: ['12345678901234567890'] }]);
  });

  it('does not let a body change the prototype of what it becomes', () => {
    expect(parseJson('{"__proto__":{"admin":true}}')).not.toHaveProperty('admin');
  });

  it.each(['', '{', '{"a":1}}', 'undefined'])('throws on %j', (text) => {
    expect(() => parseJson(text)).toThrow(/JSON|Unexpected|Expected/);
  });
});

it('takes out of a value what a database cannot store', () => {
  expect(storable({ text: 'a\0b \ud83d', list: ['\udc00', 1, null], deep: { ok: '😀' } })).toEqual({
    text: 'ab \ufffd',
    list: ['\ufffd', 1, null],
    deep: { ok: '😀' },
  });
});
