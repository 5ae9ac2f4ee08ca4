import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { compile } from '../build.mjs';

/**
 * CPU per decision: where a message goes, by 1,000 rules, and who of 500 agents gets it. Beside it, measured in the same run,
 * what cannot be saved: reading the text into words once, and looking at each rule and each agent once.
 */
const size = { rules: 1000, agents: 500, messages: 4000, vocabulary: 5000, words: 25 };
const goalMicroseconds = 200;
const mostMicroseconds = 1000;

const folder = mkdtempSync(join(tmpdir(), 'relais-bench-'));
try {
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  if (!compile(folder)) process.exit(1);
  const part = (path) => import(pathToFileURL(join(folder, 'src/domain', path)).href);
  const { applyRules, readyBook } = await part('routing/apply-rules.js');
  const { anyMessage } = await part('routing/any-message.js');
  const { chooseAgent } = await part('routing/choose-agent.js');
  const { defaultTopics } = await part('understanding/default-topics.js');
  const { understand } = await part('understanding/understand.js');
  const { wordsOf } = await part('understanding/normalise.js');
  const { unpackModel } = await part('understanding/model-file.js');
  const model = unpackModel(brotliDecompressSync(readFileSync('src/store/understanding/default-model.br')));

  const next = chance(11);
  const vocabulary = Array.from({ length: size.vocabulary }, () => word(next));
  const rules = Array.from({ length: size.rules }, (_, at) => ruleOf(at, { next, vocabulary, anyMessage }));
  const agents = Array.from({ length: size.agents }, (_, at) => agentOf(at, next));
  const messages = Array.from({ length: size.messages }, () =>
    messageOf({ next, vocabulary, understand: (text) => understand(text, { model, topics: defaultTopics }) }),
  );
  const book = readyBook({ rules, teams: [], topics: defaultTopics });

  const route = () => messages.forEach((facts) => sink(applyRules(book, facts).lane));
  const choose = () => messages.forEach((facts, at) => sink(chooseAgent(ticketOf(facts, at), agents).to));
  const floor = () =>
    messages.forEach(({ text, network, language }) => {
      sink(wordsOf(text).length);
      for (const { when } of rules) sink(when.networks[0] === network);
      for (const { languages } of agents) sink(languages[0] === language);
    });

  for (const warm of [route, choose, floor]) warm();
  const [routing, choosing, least] = [route, choose, floor].map(cpuOf);
  const sum = routing + choosing;
  print(`${String(size.rules)} rules: where a message goes`, routing);
  print(`${String(size.agents)} agents: who gets it`, choosing);
  print(`one decision (goal ${String(goalMicroseconds)}, at most ${String(mostMicroseconds)})`, sum);
  print('the floor: the words, and each rule and agent looked at once', least);
  process.stdout.write(`${(sum / least).toFixed(1).padStart(9)}  times the floor\n`);
  process.exitCode = sum > mostMicroseconds ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

/** What is computed must be used, or the compiler leaves it out. */
function sink(value) {
  if (value === undefined) throw new Error('nothing was computed');
}

/** Microseconds of this process for each message: the best of five, which is what the work itself costs. */
function cpuOf(run) {
  const costs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / size.messages;
  });
  return Math.min(...costs);
}

function print(what, microseconds) {
  process.stdout.write(`${microseconds.toFixed(1).padStart(9)}  µs of CPU  ${what}\n`);
}

function chance(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function word(next) {
  return Array.from({ length: 4 + next(8) }, () => 'etaoinsrhldcumfp'[next(16)]).join('');
}

function ruleOf(at, { next, vocabulary, anyMessage }) {
  const term = () => {
    const one = vocabulary[next(vocabulary.length)];
    const kind = next(4);
    if (kind === 0) return `${one.slice(0, 4)}*`;
    return kind === 1 ? `${one} ${vocabulary[next(vocabulary.length)]}` : one;
  };
  const terms = (count) => Array.from({ length: count }, term);
  const text = { any: terms(4), all: at % 3 === 0 ? terms(1) : [], none: terms(1), near: [] };
  const isScore = at % 2 === 0;
  return {
    id: String(at),
    name: `Rule ${String(at)}`,
    enabled: true,
    mode: isScore ? 'adds-score' : 'first-match',
    points: isScore ? 3 : 0,
    // Those that decide alone ask for two things at once, so that most messages go down the whole list.
    when: { ...anyMessage, text, networks: at % 2 === 0 ? [] : ['nowhere'], languages: at % 5 === 0 ? ['fr'] : [] },
    then: { lane: 'care', teamId: null, priority: 2, skills: [], tags: ['x'], hold: false },
  };
}

function agentOf(at, next) {
  return {
    id: `agent-${String(at)}`,
    name: `Agent ${String(at)}`,
    role: at % 10 === 0 ? 'community_manager' : 'adviser',
    languages: at % 3 === 0 ? ['fr'] : ['fr', 'en'],
    skills: { fibre: 1 + next(3), mobile: next(4) },
    teams: [`team-${String(at % 8)}`],
    availability: at % 9 === 0 ? 'break' : 'available',
    absent: false,
    connected: at % 7 !== 0,
    onShift: true,
    onCall: false,
    reach: { networks: at % 4 === 0 ? ['mastodon', 'facebook'] : [], accounts: [], brands: [] },
    deciding: false,
    load: next(8),
    capacity: 8,
    lastAssignedAt: new Date(next(1_000_000)),
  };
}

function messageOf({ next, vocabulary, understand }) {
  const text = Array.from({ length: size.words }, () => vocabulary[next(vocabulary.length)]).join(' ');
  return {
    ...{ text, kind: 'comment', space: 'public', language: 'fr', attachments: false, rating: null, vip: false },
    ...{ followers: 10, handle: '@x', network: 'mastodon', accountId: 'a', brand: null, post: null },
    understood: understand(text),
  };
}

function ticketOf({ language }, at) {
  return {
    ...{
      lane: 'care',
      language,
      slots: 1,
      lastOwnerId: null,
      lastOwnerStandsIn: false,
      gaveBack: [],
      widening: 'as-asked',
    },
    ...{ urgent: false, network: 'mastodon', accountId: 'a', brand: null },
    ...{ offerSeconds: null, declined: [], noAnswer: [] },
    skills: at % 2 === 0 ? [{ name: 'fibre', level: 2 }] : [],
    teamId: at % 4 === 0 ? `team-${String(at % 8)}` : null,
    neighbourId: null,
  };
}
