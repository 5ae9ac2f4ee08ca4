import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build.mjs';

const urgencies = { n: 'normal', h: 'high', l: 'low' };
const sentiments = { '-': 'negative', '=': 'neutral', '+': 'positive' };
const answers = { a: 'wanted', t: 'thanks', o: 'aside' };
const bad = { s: 'spam', i: 'abuse' };
const line = /^(fr|en) ([nhl])([-=+])([atosi]?) (.+)$/;

/** The messages in config/understanding/examples.txt, with everything that is said of them there. */
export function starters() {
  const text = readFileSync(join(root, 'config/understanding/examples.txt'), 'utf8');
  let topic = '';
  return text.split('\n').flatMap((row, at) => {
    if (row.startsWith('## ')) topic = row.slice(3);
    if (row === '' || row.startsWith('#')) return [];
    const found = line.exec(row);
    if (!found) throw new Error(`Line ${String(at + 1)} of the examples cannot be read.`);
    const [, language, urgency, sentiment, kind, words] = found;
    return [{ text: words, labels: labelsOf({ topic, language, urgency, sentiment, kind: kind || 'a' }) }];
  });
}

function labelsOf({ topic, language, urgency, sentiment, kind }) {
  return {
    ...{ topic, language, urgency: urgencies[urgency], sentiment: sentiments[sentiment] },
    ...(kind in bad ? {} : { answer: answers[kind] }),
    ...{ spam: kind === 's' ? 'spam' : 'fine', abuse: kind === 'i' ? 'abuse' : 'fine' },
  };
}
