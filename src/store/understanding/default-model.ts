import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { unpackModel } from '../../domain/understanding/model-file.js';
import type { Model } from '../../domain/understanding/model.js';

// eslint-disable-next-line no-restricted-syntax -- data beside the code that reads it, in the sources as in what is built
const file = new URL('./default-model.br', import.meta.url);

/** The model that the product starts with, as it is kept: made by `npm run train`. */
export function defaultModelBytes(): Buffer {
  return readFileSync(file);
}

let opened: Model | null = null;

/** The same, ready to be asked; every workspace that runs it shares one. */
export function defaultModel(): Model {
  opened ??= openModel(defaultModelBytes());
  return opened;
}

export function openModel(bytes: Buffer): Model {
  return unpackModel(brotliDecompressSync(bytes));
}
