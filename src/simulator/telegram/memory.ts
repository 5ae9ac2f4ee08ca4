import { fromMemory, refill, toMemory } from '../kit/memory.js';
import type { Backend } from './backend.js';

export function remember(backend: Backend): Buffer {
  return toMemory(memoryOf(backend));
}

export function recall(backend: Backend, bytes: Buffer): void {
  const memory = fromMemory<ReturnType<typeof memoryOf>>(bytes);
  const { world, files, sent, stations } = backend;
  world.recall(memory.world);
  refill(files.stored, memory.files);
  sent.push(...memory.sent);
  for (const [id, updates] of memory.updates) {
    const bot = world.bots.get(id);
    if (bot !== undefined) stations.of(bot).updates.recall(updates);
  }
}

function memoryOf({ world, files, sent, stations }: Backend) {
  const updates = [...world.bots.values()].map((bot) => [bot.id, stations.of(bot).updates.memory()] as const);
  return { world: world.memory(), files: files.stored, sent, updates: new Map(updates) };
}
