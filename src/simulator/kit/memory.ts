import { deserialize, serialize } from 'node:v8';

/** A world as bytes, who refers to whom included, so that a simulated network can go on after a restart. */
export function toMemory(world: object): Buffer {
  return serialize(world);
}

export function fromMemory<World>(bytes: Buffer): World {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- written by toMemory, by the same simulator
  return deserialize(bytes);
}

/** Maps are handed around: they are filled again, not replaced. */
export function refill<Key, Value>(map: Map<Key, Value>, from: ReadonlyMap<Key, Value>): void {
  map.clear();
  for (const [key, value] of from) map.set(key, value);
}
