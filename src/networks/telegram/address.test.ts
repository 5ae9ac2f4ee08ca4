import { groupKey, messageKey, placeKey, readMessageKey, readThreadKey, topicKey } from './address.js';

describe('a thread key', () => {
  it.each([
    ['private', '42', { chat: '42' }],
    ['private', placeKey({ chat: '42', business: 'a:b_C-1' }), { chat: '42', business: 'a:b_C-1' }],
    ['private', topicKey('-1009', '77'), { chat: '-1009', topic: '77' }],
    ['public', groupKey('-1009', '42'), { chat: '-1009' }],
    ['public', groupKey('-1009', '-1008', '500'), { chat: '-1009', thread: '500' }],
  ] as const)('%s %s says where to write', (space, key, destination) => {
    expect(readThreadKey(key, space)).toEqual(destination);
  });
});

describe('a message key', () => {
  it.each([{ chat: '42' }, { chat: '-1009' }, { chat: '42', business: 'b_C-1' }])('of %j is read back', (place) => {
    expect(readMessageKey(messageKey(place, '7'))).toEqual({ place, messageId: '7' });
  });

  it('of another network is none', () => {
    expect(readMessageKey('7')).toBeUndefined();
  });
});
