import type { Topic } from '../../../../src/contract/index.js';

const longest = 30;

/** An id that can be read, made of the name, and that no other topic has. */
export function topicId(name: string, topics: readonly Topic[]): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, longest);
  const wanted = plain === '' ? 'topic' : plain;
  const isFree = (id: string) => !topics.some((topic) => topic.id === id);
  if (isFree(wanted)) return wanted;
  const numbered = topics.map((_topic, at) => `${wanted}_${String(at + 2)}`);
  return numbered.find(isFree) ?? `${wanted}_${String(topics.length + 2)}`;
}
