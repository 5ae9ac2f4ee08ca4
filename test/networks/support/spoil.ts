import type { Hook } from '../../../src/networks/kit/hook.js';

interface Spoilt {
  readonly how: string;
  readonly hook: Hook;
}

/** The names of the headers without which the call is not believed: they carry its proof. */
export function proofsOf(hook: Hook, isAuthentic: (hook: Hook) => boolean): string[] {
  return Object.keys(hook.headers).filter((name) => !isAuthentic(withHeader(hook, name, undefined)));
}

/** A proof that is missing, doubled, cut, of another call, or nearly right. */
export function spoiltProofs(hook: Hook, name: string): Spoilt[] {
  const proof = String(hook.headers[name]);
  const values: Readonly<Record<string, string | string[] | undefined>> = {
    missing: undefined,
    empty: '',
    'a space': ' ',
    doubled: [proof, proof],
    'doubled in one line': `${proof}, ${proof}`,
    'beside a wrong one': [flipped(proof, proof.length - 1), proof],
    'before a wrong one': [proof, flipped(proof, proof.length - 1)],
    'one letter short': proof.slice(0, -1),
    'one letter long': `${proof}0`,
    'wrong at the end': flipped(proof, proof.length - 1),
    'wrong at the beginning': flipped(proof, 0),
    'wrong in the middle': flipped(proof, Math.floor(proof.length / 2)),
    'without its beginning': proof.slice(proof.indexOf('=') + 2),
    reversed: [...proof].reverse().join(''),
    'something else': 'true',
    'very long': proof.repeat(2000),
    'not of this alphabet': 'é\u0000€'.repeat(20),
  };
  return Object.entries(values).map(([how, value]) => ({ how, hook: withHeader(hook, name, value) }));
}

/** The proof of one body, sent with another. */
export function spoiltBodies(hook: Hook): Spoilt[] {
  const { body } = hook;
  const flippedAt = (index: number) => {
    const copy = Buffer.from(body);
    copy[index] = (copy[index] ?? 0) ^ 1;
    return copy;
  };
  const bodies: Readonly<Record<string, Buffer>> = {
    empty: Buffer.alloc(0),
    'with a space after it': Buffer.concat([body, Buffer.from(' ')]),
    'with a line after it': Buffer.concat([body, Buffer.from('\n')]),
    'cut short': body.subarray(0, -1),
    twice: Buffer.concat([body, body]),
    'with its first bit turned': flippedAt(0),
    'with a bit in the middle turned': flippedAt(Math.floor(body.length / 2)),
    'with its last bit turned': flippedAt(body.length - 1),
    'another one': Buffer.from('{}'),
  };
  return Object.entries(bodies).map(([how, spoilt]) => ({ how, hook: { ...hook, body: spoilt } }));
}

function withHeader(hook: Hook, name: string, value: string | string[] | undefined): Hook {
  return { ...hook, headers: { ...hook.headers, [name]: value } };
}

function flipped(text: string, index: number): string {
  const other = text[index] === '0' ? '1' : '0';
  return text.slice(0, index) + other + text.slice(index + 1);
}
