import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { isPassword } from '../../platform/password.js';
import { Database } from '../../store/database.js';
import { agentsByEmail, type Agent } from '../../store/team/agent.store.js';
import type { Client } from './client.js';
import { openSession, type OpenedSession } from './open-session.js';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Somebody whose credentials were right, and who is not signed in yet. */
export type Recognised = Pick<Agent, 'id' | 'workspaceId'>;

@Injectable()
export class SignIn {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Who has these credentials. The answer and its time are the same for a wrong password and for nobody. */
  async recognise({ email, password }: Credentials): Promise<Recognised> {
    const [agent] = await this.db.read((sql) => agentsByEmail(sql, email));
    const matches = await isPassword(password, agent?.passwordHash ?? null);
    if (!agent || !matches || agent.disabledAt !== null) throw new Refusal('sign-in.wrong', {});
    return agent;
  }

  open(agent: Recognised, client: Client): Promise<OpenedSession> {
    return this.db.transaction(agent.workspaceId, (tx) => openSession(tx, agent, { client, now: this.clock.now() }));
  }
}
