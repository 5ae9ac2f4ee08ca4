import { whatsappKind } from './failures.js';

const kindOf = (code: number | undefined, isTransient = false) => whatsappKind({ code, isTransient });

it.each([
  ['needs-reauth', [0, 190, 3, 10, 200, 299, 131005, 133010, 131045, 368, 131031, 131037, 131042, 131063]],
  ['rate-limited', [4, 80007, 130429, 131056, 131048, 131064, 133016, 131049]],
  ['window-closed', [131047]],
  ['try-again', [1, 2, 131000, 131016, 131057, 133004, 135000]],
  ['customer-unreachable', [131026, 131050, 130472, 131021, 131030, 131062, 137000]],
  [
    'rejected',
    [
      100, 131008, 131009, 131051, 131052, 131053, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016,
      132068, 132069, 130497,
    ],
  ],
] as const)('%s: %j', (kind, codes) => {
  expect(codes.map((code) => [code, kindOf(code)])).toEqual(codes.map((code) => [code, kind]));
});

it('does not name what nobody has described', () => {
  expect([kindOf(424242), kindOf(undefined), kindOf(424242, true)]).toEqual([undefined, undefined, 'try-again']);
});
