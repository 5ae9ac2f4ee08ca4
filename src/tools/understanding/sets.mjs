/**
 * What is asked of which collection. `baselines`: figures reached on official or hashed test parts of the same data, as
 * accuracy and macro-F1, from the notes on the data; they were not measured again here. `goal` as the notes set it.
 */
const svm = (accuracy, macroF1, ms) => ({ by: 'linear SVM, words 1-2, letters 2-5', accuracy, macroF1, ms });

export const sets = [
  {
    name: 'banking77',
    files: { train: 'banking77.train.jsonl' },
    training: { cost: 3, balance: 0.5 },
    baselines: [
      svm(0.915, 0.915, 0.06),
      { by: 'fastText', accuracy: 0.872 },
      { by: 'wink naive Bayes', accuracy: 0.838, ms: 7.4 },
      { by: 'nlp.js', accuracy: 0.526, ms: 2 },
      { by: 'n-grams and MiniLM', accuracy: 0.942, ms: 68 },
    ],
    goal: 'accuracy 0.93',
  },
  {
    name: 'clinc150',
    files: { train: 'clinc150.train.jsonl', test: 'clinc150.val.jsonl' },
    training: { cost: 3, balance: 0.5 },
    baselines: [svm(0.926, 0.925, 0.11), { by: 'fastText', accuracy: 0.89 }, { by: 'wink', accuracy: 0.884, ms: 24 }],
    goal: 'accuracy 0.94',
  },
  {
    name: 'bitext_cs',
    files: { train: 'bitext_cs.train.jsonl', test: 'bitext_cs.val.jsonl' },
    baselines: [svm(0.999), { by: 'fastText', accuracy: 0.999 }, { by: 'wink', accuracy: 0.973 }],
    goal: 'accuracy 0.999',
  },
  {
    name: 'topics_en',
    files: { train: 'topics_en.mapped.jsonl' },
    baselines: [],
    goal: 'none: made-up messages prove nothing about real ones',
  },
  {
    name: 'telecom_fr',
    question: 'topic',
    field: 'label',
    files: { train: 'eval-only/telecom_fr.dev.jsonl' },
    withStarters: true,
    baselines: [
      svm(0.707, 0.465, 0.17),
      { by: 'fastText', accuracy: 0.592, macroF1: 0.272 },
      { by: 'n-grams and MiniLM', accuracy: 0.684, macroF1: 0.446 },
    ],
    goal: 'accuracy 0.75, macro-F1 0.62 over frequent topics',
  },
  {
    name: 'telecom_fr',
    question: 'urgency',
    field: 'urgency',
    files: { train: 'eval-only/telecom_fr.dev.jsonl' },
    withStarters: true,
    training: { evenly: true },
    baselines: [
      { by: 'softmax, balanced', accuracy: 0.734, macroF1: 0.602 },
      { by: 'fastText', accuracy: 0.723, macroF1: 0.53 },
    ],
    goal: 'macro-F1 0.70',
  },
  {
    name: 'telecom_fr',
    question: 'sentiment',
    field: 'sentiment',
    files: { train: 'eval-only/telecom_fr.dev.jsonl' },
    withStarters: true,
    baselines: [
      { by: 'always negative', accuracy: 0.76 },
      { by: 'linear model', accuracy: 0.86 },
    ],
    goal: 'above 0.86 (the collection of general tweets with the goal 0.68 is not among the files)',
  },
  {
    name: 'mlma_fr',
    files: { train: 'mlma_fr.train.jsonl' },
    training: { evenly: true, cost: 0.3 },
    baselines: [svm(0.788, 0.591)],
    goal: 'macro-F1 0.65',
  },
  {
    name: 'sms_spam',
    files: { train: 'sms_spam.train.jsonl' },
    training: { cost: 3, balance: 0.5 },
    baselines: [svm(undefined, 0.98)],
    goal: 'macro-F1 0.98',
  },
  {
    name: 'youtube_spam',
    files: { train: 'youtube_spam.train.jsonl' },
    training: { cost: 3, balance: 0.5 },
    baselines: [svm(undefined, 0.959)],
    goal: 'macro-F1 0.97',
  },
];
