import type { Person, TestRelais } from './relais.js';

export interface GivenTeam {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly mode?: 'push' | 'pull';
  readonly neighbourId?: string;
  readonly offerSeconds?: number;
}

/** These are the teams of the care lane from now on, as a lead saves them. */
export async function givenTeams(relais: TestRelais, lead: Person, teams: readonly GivenTeam[]): Promise<void> {
  const { body } = await relais.as(lead).get('/api/teams');
  const all = teams.map((team) => ({ lane: 'care', mode: 'push', neighbourId: null, offerSeconds: null, ...team }));
  const saved = await relais.as(lead).call('PUT', '/api/teams', { revision: body.revision, teams: all });
  if (saved.status !== 200) throw new Error(`the teams were answered ${String(saved.status)}`);
}
