import { Refusal } from '../refusal.js';
import type { TeamFacts } from './team.js';

/** Refuses teams that could not be told apart, or whose neighbour is of another lane. */
export function checkTeams(teams: readonly TeamFacts[]): void {
  for (const [at, team] of teams.entries()) {
    const why = faultOf(team, teams.slice(0, at), teams);
    if (why !== null) throw new Refusal('routing.invalid', { name: team.name, why });
  }
}

function faultOf(team: TeamFacts, earlier: readonly TeamFacts[], all: readonly TeamFacts[]): string | null {
  if (earlier.some(({ id, name }) => id === team.id || name === team.name)) return 'twice';
  if (team.neighbourId === null) return null;
  const neighbour = all.find(({ id }) => id === team.neighbourId);
  return neighbour && neighbour.id !== team.id && neighbour.lane === team.lane ? null : 'neighbour';
}
