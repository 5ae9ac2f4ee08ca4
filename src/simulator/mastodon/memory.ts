import { fromMemory, refill, toMemory } from '../kit/memory.js';
import type { Backend } from './backend.js';

type Parts = Pick<Backend, 'world' | 'access'>;

export function remember(backend: Parts): Buffer {
  return toMemory(memoryOf(backend));
}

export function recall({ world, access }: Parts, bytes: Buffer): void {
  const memory = fromMemory<ReturnType<typeof memoryOf>>(bytes);
  world.recall(memory.world);
  refill(access.apps, memory.apps);
  refill(access.tokens, memory.tokens);
}

function memoryOf({ world, access }: Parts) {
  return { world: world.memory(), apps: access.apps, tokens: access.tokens };
}
