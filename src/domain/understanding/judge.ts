/** What two models said of one message that neither has learnt from, and what its agent says. */
export interface Case {
  readonly agentId: string;
  readonly truth: string;
  readonly running: string;
  readonly candidate: string;
}

export interface Verdict {
  readonly takesOver: boolean;
  /** `too-few`: nothing to judge it by yet, so what agents wrote counts; `worse-at-start`: it forgot what is plain. */
  readonly why: 'better' | 'as-good' | 'too-few' | 'worse' | 'worse-at-start';
  readonly cases: number;
  /** How often each agreed with the agents, 0 to 1. */
  readonly running: number;
  readonly candidate: number;
}

const fewest = 20;
/** So much of what is plain may be lost by chance, and no more. */
const mayForget = 0.03;

/**
 * A candidate takes over when it agrees with the agents at least as often as the running model, on recent messages that it has
 * not learnt from, and still knows what is plain. Each agent counts the same however many messages they judged.
 */
export function judge(recent: readonly Case[], plain: readonly Omit<Case, 'agentId'>[]): Verdict {
  const [running, candidate] = [agreement(recent, 'running'), agreement(recent, 'candidate')];
  const facts = { cases: recent.length, running, candidate };
  const forgot = share(plain, 'running') - share(plain, 'candidate');
  if (forgot > mayForget) return { takesOver: false, why: 'worse-at-start', ...facts };
  if (recent.length < fewest) return { takesOver: true, why: 'too-few', ...facts };
  if (candidate < running) return { takesOver: false, why: 'worse', ...facts };
  return { takesOver: true, why: candidate > running ? 'better' : 'as-good', ...facts };
}

type Said = Omit<Case, 'agentId'>;

function share(cases: readonly Said[], by: 'running' | 'candidate'): number {
  return cases.length === 0 ? 0 : cases.filter((one) => one[by] === one.truth).length / cases.length;
}

function agreement(cases: readonly Case[], by: 'running' | 'candidate'): number {
  const agents = [...Map.groupBy(cases, ({ agentId }) => agentId).values()];
  return agents.length === 0 ? 0 : agents.reduce((sum, own) => sum + share(own, by), 0) / agents.length;
}
