import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from '../build.mjs';
import { read, spread } from './data.mjs';
import { withEngine } from './engine.mjs';
import { folderAsked } from './folder.mjs';
import { starters } from './starters.mjs';

/**
 * Makes the model that the product starts with: topics, urgency, tone and answers from the messages that were written for it
 * (config/understanding/examples.txt); language, spam and abuse from public collections too, which lie outside the repository
 * (config/understanding/SOURCES.md). Without them the model of those three is made from the written messages alone.
 */
const path = join(root, 'src/store/understanding/default-model.br');
const folder = folderAsked();
const rareMatters = ['urgency', 'sentiment', 'abuse'];

await withEngine(
  async ({
    piecesOf,
    raritiesOf,
    vectorOf,
    trainHead,
    usualTraining,
    finish,
    teach,
    packModel,
    unpackModel,
    defaultTopics,
  }) => {
    const own = starters();
    const spread3 = (rows, of) => rows.filter(({ text }) => spread(text) % of === 0);
    const chat = folder ? read(folder, 'clinc150.train.jsonl') : [];
    const bank = folder ? read(folder, 'banking77.train.jsonl') : [];
    const care = folder ? read(folder, 'bitext_cs.train.jsonl') : [];
    const posts = folder ? read(folder, 'mlma_fr.train.jsonl') : [];
    const sms = folder ? [...read(folder, 'sms_spam.train.jsonl'), ...read(folder, 'youtube_spam.train.jsonl')] : [];
    const everyday = [...spread3(chat, 5), ...spread3(bank, 8), ...spread3(care, 8)];

    const said = (question) => own.map(({ text, labels }) => ({ text, label: labels[question] }));
    const lessons = {
      language: [
        ...said('language'),
        ...[...posts, ...everyday, ...sms].map(({ text, lang }) => ({ text, label: lang })),
      ],
      urgency: said('urgency'),
      sentiment: said('sentiment'),
      spam: [
        ...said('spam'),
        ...sms.map(({ text, label }) => ({ text, label: label === 'spam' ? 'spam' : 'fine' })),
        ...everyday.map(({ text }) => ({ text, label: 'fine' })),
      ],
      abuse: [
        ...said('abuse'),
        ...posts.map(({ text, label }) => ({ text, label: label === 'abusive' ? 'abuse' : 'fine' })),
        ...everyday.map(({ text }) => ({ text, label: 'fine' })),
      ],
    };
    const rarities = raritiesOf([...own, ...posts, ...everyday, ...spread3(sms, 2)].map(({ text }) => piecesOf(text)));
    const heads = {};
    for (const [question, texts] of Object.entries(lessons)) {
      const examples = texts.map(({ text, label }) => ({ label, vector: vectorOf(piecesOf(text), rarities) }));
      const evenly = rareMatters.includes(question);
      heads[question] = finish(trainHead(examples, { ...usualTraining, evenly }));
      process.stdout.write(`${question}: ${String(examples.length)} messages, ${heads[question].labels.join(', ')}\n`);
    }
    const model = finish(teach({ rarities, heads, starters: own }, { topics: defaultTopics, lessons: [] }));
    const bytes = packModel(model);
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 };
    writeFileSync(path, brotliCompressSync(bytes, { params: quality }));
    unpackModel(bytes);
    const size = readFileSync(path).length;
    process.stdout.write(
      `${path}: ${String(Math.round(size / 1024))} kB, ${String(Math.round(bytes.length / 1024))} kB read\n`,
    );
  },
);
