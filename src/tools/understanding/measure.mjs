/** `answers`: what was said of each text, how surely, and what is true. */
export function measure(answers) {
  const labels = [...new Set(answers.map(({ truth }) => truth))];
  const scores = labels.map((label) => f1(answers, label));
  return {
    count: answers.length,
    accuracy: mean(answers.map(isRight)),
    macroF1: mean(scores.map(({ score }) => score)),
    frequentF1: mean(scores.filter(({ times }) => times >= 6).map(({ score }) => score)),
    calibration: calibrationError(answers),
    toHumans: toHumansAt(answers, 0.95),
  };
}

const isRight = ({ said, truth }) => (said === truth ? 1 : 0);
const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);

export function f1(answers, label) {
  const hits = answers.filter(({ said, truth }) => said === label && truth === label).length;
  const said = answers.filter((one) => one.said === label).length;
  const times = answers.filter(({ truth }) => truth === label).length;
  return { label, times, score: said + times === 0 ? 0 : (2 * hits) / (said + times) };
}

/** How far what is said to be sure is from how often it is right, over ten classes of sureness. */
function calibrationError(answers) {
  const classes = Map.groupBy(answers, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  const parts = [...classes.values()].map(
    (group) => Math.abs(mean(group.map(isRight)) - mean(group.map(({ confidence }) => confidence))) * group.length,
  );
  return parts.reduce((sum, one) => sum + one, 0) / answers.length;
}

/** The share that people must look at so that of the rest so many are right. */
function toHumansAt(answers, precision) {
  const sorted = answers.toSorted((a, b) => b.confidence - a.confidence);
  let [right, most] = [0, 0];
  for (const [at, answer] of sorted.entries()) {
    right += isRight(answer);
    if (right / (at + 1) >= precision) most = at + 1;
  }
  return 1 - most / answers.length;
}
