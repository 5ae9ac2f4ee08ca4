import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { root } from '../build.mjs';
import { parts } from './data.mjs';
import { withEngine } from './engine.mjs';
import { folderAsked } from './folder.mjs';
import { f1, measure } from './measure.mjs';
import { heading, legend, line, note } from './report.mjs';
import { sets } from './sets.mjs';
import { simulate } from './simulate.mjs';
import { starters } from './starters.mjs';

/**
 * How well the product understands: `npm run eval -- --data <folder>`. A file `<name>.test.jsonl` beside the others is asked
 * instead of the split of the file that is learnt from.
 */
const folder = folderAsked();
if (folder === null) throw new Error('Where are the collections? npm run eval -- --data <folder>');

await withEngine(async (engine) => {
  legend();
  for (const set of sets) learnt(set, engine);
  const bytes = brotliDecompressSync(readFileSync(join(root, 'src/store/understanding/default-model.br')));
  const model = engine.unpackModel(bytes);
  shipped(model, engine);
  language(engine);
  simulate({ model, engine, ...parts(folder, 'telecom_fr', { train: 'eval-only/telecom_fr.dev.jsonl' }) });
  heading(
    `memory: ${String(Math.round(process.memoryUsage().rss / 2 ** 20))} MB for this run, ${String(Math.round(bytes.length / 2 ** 20))} MB of it the model of the product`,
  );
});

/** CPU of this process for each message. */
function timed(rows, answer) {
  for (const row of rows.slice(0, 200)) answer(row);
  const before = process.cpuUsage();
  const answers = rows.map(answer);
  const { user, system } = process.cpuUsage(before);
  return { answers, ms: (user + system) / 1000 / rows.length };
}

/** Learnt from the part of the collection that is not asked about. */
function learnt(
  { name, question, field = 'label', files, training = {}, withStarters = false, baselines, goal },
  engine,
) {
  const { train, test } = parts(folder, name, files);
  if (train.length === 0) return note(`${name}: no such file`);
  const { piecesOf, raritiesOf, vectorOf, trainHead, finish, usualTraining, guessesOf } = engine;
  const rows = train.map((row) => ({ text: row.text, label: row[field] }));
  if (withStarters) rows.push(...starters().map(({ text, labels }) => ({ text, label: labels[question] })));
  const pieces = rows.map(({ text }) => piecesOf(text));
  const rarities = raritiesOf(pieces);
  const examples = rows.map(({ label }, at) => ({ label, vector: vectorOf(pieces[at], rarities) }));
  const head = finish(trainHead(examples, { ...usualTraining, ...training }));
  const { answers, ms } = timed(test, ({ text, [field]: truth }) => {
    const [{ label, confidence }] = guessesOf(head, vectorOf(piecesOf(text), rarities));
    return { said: label, confidence, truth };
  });
  heading(`${name}${question ? `, ${question}` : ''}: goal ${goal}`);
  line('Relais', { ...measure(answers), ms });
  for (const { by, ...figures } of baselines) line(by, figures);
}

/** The model as it ships: it has seen none of these messages, nor any that somebody really wrote to an operator. */
function shipped(model, { understand, defaultTopics, route }) {
  const { test, train } = parts(folder, 'telecom_fr', { train: 'eval-only/telecom_fr.dev.jsonl' });
  const rows = [...train, ...test];
  if (rows.length === 0) return;
  heading('telecom_fr, by the model as it ships (it has learnt from no message of this kind)');
  const { answers: read, ms } = timed(rows, (row) => ({
    row,
    is: understand(row.text, { model, topics: defaultTopics }),
  }));
  const about = (said, confidence, truth) =>
    measure(read.map(({ row, is }) => ({ said: said(is), confidence: confidence(is), truth: truth(row) })));
  line('topic', {
    ...about(
      ({ topic }) => topic ?? 'other',
      ({ confidence }) => confidence,
      ({ label }) => label,
    ),
    ms,
  });
  line(
    'urgency',
    about(
      ({ urgency }) => urgency,
      ({ sure }) => sure.urgency,
      (row) => row.urgency,
    ),
  );
  line(
    'sentiment',
    about(
      ({ sentiment }) => sentiment,
      ({ sure }) => sure.sentiment,
      (row) => row.sentiment,
    ),
  );
  const lanes = { adviser: 'care', cm: 'community', expert: 'expert' };
  const routed = read.map(({ row, is }) => ({
    said: route({ kind: 'comment', space: 'public' }, is, defaultTopics).lane,
    confidence: is.confidence,
    truth: lanes[row.route],
  }));
  line('lane', measure(routed));
  note(`community managers: F1 ${f1(routed, 'community').score.toFixed(3)}; goal 0.70, accuracy 0.96 with labels`);
}

function language({ piecesOf, raritiesOf, vectorOf, trainHead, finish, guessesOf }) {
  const files = ['mlma_fr', 'sms_spam', 'youtube_spam', 'banking77', 'topics_en'].map((name) =>
    parts(folder, name, { train: name === 'topics_en' ? 'topics_en.mapped.jsonl' : `${name}.train.jsonl` }),
  );
  files.push(parts(folder, 'telecom_fr', { train: 'eval-only/telecom_fr.dev.jsonl' }));
  const train = files.flatMap(({ train: rows }) => rows.slice(0, 2000));
  const test = files.flatMap(({ test: rows }) => rows.slice(0, 400));
  const pieces = train.map(({ text }) => piecesOf(text));
  const rarities = raritiesOf(pieces);
  const examples = train.map(({ lang }, at) => ({ label: lang, vector: vectorOf(pieces[at], rarities) }));
  const head = finish(trainHead(examples));
  const { answers, ms } = timed(test, ({ text, lang }) => {
    const [{ label, confidence }] = guessesOf(head, vectorOf(piecesOf(text), rarities));
    return { said: label, confidence, truth: lang };
  });
  heading('language, French or English: goal accuracy 0.998');
  line('Relais', { ...measure(answers), ms });
  line('letters 1-4 and words', { accuracy: 0.997 });
  line('lingua-wasm', { accuracy: 0.996 });
  line('eld', { accuracy: 0.983 });
}
