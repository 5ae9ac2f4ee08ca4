import { spread } from './data.mjs';
import { measure } from './measure.mjs';
import { heading, line, note } from './report.mjs';

const weeks = 4;
/** Agents are people: so many of a hundred corrections are wrong. */
const wrongOfHundred = 5;
/** What agents let stand says less than what they correct. */
const trustInSilence = 0.5;

/**
 * Four weeks of corrections: each week a quarter of the messages arrives, agents correct what the running model got wrong (some
 * of it wrongly) and let stand what it got right, and the model learns from all of it anew. Asked: the messages kept apart.
 */
export function simulate({ model, engine, train, test }) {
  if (train.length === 0) return;
  heading('four weeks of corrections, telecom_fr');
  const stream = train.toSorted((a, b) => spread(a.text) - spread(b.text));
  const names = [...new Set(stream.map(({ label }) => label))];
  let running = model;
  line('as it ships', figures(running, test, engine));
  const lessons = [];
  for (let week = 1; week <= weeks; week += 1) {
    const arrived = stream.slice(((week - 1) * stream.length) / weeks, (week * stream.length) / weeks);
    let corrected = 0;
    for (const { text, label } of arrived) {
      const said = engine.understand(text, { model: running, topics: engine.defaultTopics }).topic ?? 'other';
      const isSlip = spread(`slip ${text}`) % 100 < wrongOfHundred;
      const topic = isSlip ? names[spread(text) % names.length] : label;
      if (said !== topic) corrected += 1;
      lessons.push({ text, labels: { topic }, trust: said === topic ? trustInSilence : 1 });
    }
    running = engine.finish(engine.teach(model, { topics: engine.defaultTopics, lessons }));
    line(
      `week ${String(week)}: ${String(arrived.length)} messages, ${String(corrected)} corrections`,
      figures(running, test, engine),
    );
  }
  note('topics only; what agents let stand counts less than what they correct');
}

function figures(model, rows, { understand, defaultTopics }) {
  return measure(
    rows.map(({ text, label }) => {
      const { topic, confidence, guesses } = understand(text, { model, topics: defaultTopics });
      return {
        said: topic ?? 'other',
        confidence: topic === null ? (guesses[0]?.confidence ?? 0) : confidence,
        truth: label,
      };
    }),
  );
}
