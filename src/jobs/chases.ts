import { ChaseApprovals } from '../actions/approval/chase-approvals.js';
import { ChaseAsks } from '../actions/expert/chase-asks.js';

interface Chase {
  readonly name: string;
  readonly action: new (...parts: never[]) => { run(): Promise<{ more: boolean }> };
  readonly seconds: number;
}

/** What follows somebody who is waited for, and how many seconds apart it looks. */
export const chases: readonly Chase[] = [
  { name: 'approvals', action: ChaseApprovals, seconds: 2 },
  { name: 'asks', action: ChaseAsks, seconds: 5 },
];
