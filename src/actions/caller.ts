import type { Actor } from '../domain/team/policy.js';

/** The agent who asks, known by the session the request came with. */
export interface Caller extends Actor {
  readonly workspaceId: number;
  readonly name: string;
  readonly sessionId: string;
}
