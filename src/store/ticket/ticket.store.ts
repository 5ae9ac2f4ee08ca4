import type { RuleTrace } from '../../domain/routing/apply-rules.js';
import type { SkillNeed } from '../../domain/routing/rule.js';
import type { ApprovalMark } from '../../domain/approval/approval-state.js';
import type { Lane } from '../../domain/team/role.js';
import type { WaitedFor } from '../../domain/ticket/put-off.js';
import type { Outcome, TicketState } from '../../domain/ticket/ticket-state.js';
import type { Sql } from '../sql.js';

export interface Ticket {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly state: TicketState;
  readonly lane: Lane;
  readonly ownerId: string | null;
  /** Who is asked to accept it just now. */
  readonly offeredTo: string | null;
  readonly teamId: string | null;
  readonly priority: number;
  readonly closedAt: Date | null;
  readonly outcome: Outcome | null;
  readonly topic: string | null;
  readonly laneRule: string;
  readonly personId: string;
  readonly dueAt: Date | null;
  readonly snoozedUntil: Date | null;
  readonly wakeOnCustomer: boolean;
  /** The ticket it was merged into. */
  readonly survivorId: string | null;
  readonly accountId: string;
  readonly language: string | null;
  readonly space: 'public' | 'private';
}

export interface TicketThread {
  readonly id: string;
  readonly network: string;
  readonly space: 'public' | 'private';
  readonly lastInboundAt: Date | null;
  readonly humanAgent: boolean;
}

export interface NewTicket {
  readonly id: string;
  readonly lane: Lane;
  readonly laneRule: string;
  readonly teamId: string | null;
  readonly skills: readonly SkillNeed[];
  readonly tags: readonly string[];
  readonly held: boolean;
  /** The rules that had a part in it, with their words. */
  readonly route: readonly RuleTrace[];
  readonly topic: string | null;
  readonly topicConfidence: number;
  readonly topicWords: readonly string[];
  readonly language: string | null;
  readonly urgency: string;
  readonly sentiment: string;
  readonly priority: number;
  readonly personId: string;
  readonly identityId: string;
  readonly accountId: string;
  readonly space: 'public' | 'private';
  readonly messageKind: string;
  readonly at: Date;
}

/** What may change on a ticket; what is not named stays. */
export interface TicketChange {
  readonly state?: TicketState;
  readonly outcome?: Outcome | null;
  readonly lane?: Lane;
  readonly laneRule?: string;
  readonly ownerId?: string | null;
  readonly closedAt?: Date | null;
  readonly preview?: string;
  readonly unanswered?: number;
  readonly troubledSends?: number;
  readonly waitingSince?: Date | null;
  readonly dueAt?: Date | null;
  readonly dueKind?: string | null;
  readonly windowAt?: Date | null;
  readonly urgentAt?: Date;
  readonly lastActivityAt?: Date;
  readonly snoozedUntil?: Date | null;
  readonly wakeOnCustomer?: boolean;
  readonly waitingFor?: WaitedFor | null;
  readonly survivorId?: string | null;
  readonly topic?: string | null;
  readonly topicConfidence?: number;
  readonly topicWords?: readonly string[];
  readonly topicBy?: string | null;
  readonly priority?: number;
  readonly priorityBy?: string | null;
  readonly teamId?: string | null;
  readonly offeredTo?: string | null;
  readonly skills?: readonly SkillNeed[];
  readonly tags?: readonly string[];
  /** The rules that had a part in where it goes. */
  readonly route?: readonly RuleTrace[];
  readonly held?: boolean;
  /** Since when it lies in the leads' tray. */
  readonly trayAt?: Date | null;
  readonly approval?: ApprovalMark | null;
  readonly approverIds?: readonly string[];
}

const columns: Readonly<Record<keyof TicketChange, string>> = {
  state: 'state',
  outcome: 'outcome',
  lane: 'lane',
  laneRule: 'lane_rule',
  ownerId: 'owner_id',
  closedAt: 'closed_at',
  preview: 'preview',
  unanswered: 'unanswered',
  troubledSends: 'troubled_sends',
  waitingSince: 'waiting_since',
  dueAt: 'due_at',
  dueKind: 'due_kind',
  windowAt: 'window_at',
  urgentAt: 'urgent_at',
  lastActivityAt: 'last_activity_at',
  snoozedUntil: 'snoozed_until',
  wakeOnCustomer: 'wake_on_customer',
  waitingFor: 'waiting_for',
  survivorId: 'survivor_id',
  topic: 'topic',
  topicConfidence: 'topic_confidence',
  topicWords: 'topic_words',
  topicBy: 'topic_by',
  priority: 'priority',
  priorityBy: 'priority_by',
  teamId: 'team_id',
  offeredTo: 'offered_to',
  skills: 'skills',
  tags: 'tags',
  route: 'route',
  held: 'held',
  trayAt: 'tray_at',
  approval: 'approval',
  approverIds: 'approver_ids',
};

/** What the driver would take for an array of PostgreSQL. */
const asJson = ['skills', 'route'];

const fields = `t.id, t.number::int as number, t.version, t.state, t.lane, t.owner_id as "ownerId", t.priority, t.closed_at as "closedAt",
  t.outcome, t.topic, t.lane_rule as "laneRule", t.person_id as "personId", t.due_at as "dueAt",
  t.snoozed_until as "snoozedUntil", t.wake_on_customer as "wakeOnCustomer", t.survivor_id as "survivorId",
  t.account_id as "accountId", t.language, t.space, t.offered_to as "offeredTo", t.team_id as "teamId"`;

export class TicketStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** The ticket, held against every other change until the transaction ends. Lock its thread first, if at all. */
  lock(id: string): Promise<Ticket | null> {
    return this.sql.maybe<Ticket>(
      `select ${fields} from ticket as t where t.workspace_id = $1 and t.id = $2 for no key update of t`,
      [this.workspaceId, id],
    );
  }

  /** As above, of several; always in the same order, so that nobody waits for each other. */
  lockAll(ids: readonly string[]): Promise<Ticket[]> {
    return this.sql.many<Ticket>(
      `select ${fields} from ticket as t where t.workspace_id = $1 and t.id = any($2)
        order by t.id for no key update of t`,
      [this.workspaceId, ids],
    );
  }

  find(id: string): Promise<Ticket | null> {
    return this.sql.maybe<Ticket>(`select ${fields} from ticket as t where t.workspace_id = $1 and t.id = $2`, [
      this.workspaceId,
      id,
    ]);
  }

  /** Those of them that there are. */
  many(ids: readonly string[]): Promise<Ticket[]> {
    return this.sql.many<Ticket>(`select ${fields} from ticket as t where t.workspace_id = $1 and t.id = any($2)`, [
      this.workspaceId,
      ids,
    ]);
  }

  async add(ticket: NewTicket): Promise<void> {
    await this.sql.run(
      `insert into ticket (workspace_id, id, lane, lane_rule, topic, topic_confidence, topic_words, language, urgency,
         sentiment, priority, person_id, identity_id, account_id, space, message_kind, urgent_at, last_activity_at,
         team_id, skills, tags, held, route)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, $18, $19, $20, $21, $22)`,
      [
        this.workspaceId,
        ticket.id,
        ticket.lane,
        ticket.laneRule,
        ticket.topic,
        ticket.topicConfidence,
        ticket.topicWords,
        ticket.language,
        ticket.urgency,
        ticket.sentiment,
        ticket.priority,
        ticket.personId,
        ticket.identityId,
        ticket.accountId,
        ticket.space,
        ticket.messageKind,
        ticket.at,
        ticket.teamId,
        JSON.stringify(ticket.skills),
        ticket.tags,
        ticket.held,
        JSON.stringify(ticket.route),
      ],
    );
  }

  /** A ticket of its own for some messages of another: as that one was, begun by the message that is named. */
  async addFrom(id: string, from: { readonly ticketId: string; readonly messageId: string }): Promise<void> {
    await this.sql.run(
      `insert into ticket (workspace_id, id, state, lane, lane_rule, team_id, skills, tags, topic, topic_confidence, topic_words,
         language, urgency, sentiment, priority, person_id, identity_id, account_id, space, message_kind, urgent_at,
         last_activity_at)
       select t.workspace_id, $2, 'open', t.lane, 'split', t.team_id, t.skills, t.tags, t.topic, t.topic_confidence, t.topic_words,
              t.language, t.urgency, t.sentiment, t.priority, i.person_id, i.id, th.account_id, th.space, m.kind, m.at,
              m.at
         from ticket as t
         join message as m on m.workspace_id = t.workspace_id and m.id = $4
         join thread as th on th.workspace_id = m.workspace_id and th.id = m.thread_id
         join identity as i on i.workspace_id = th.workspace_id and i.id = th.identity_id
        where t.workspace_id = $1 and t.id = $3`,
      [this.workspaceId, id, from.ticketId, from.messageId],
    );
  }

  /** Saves a change and raises the version, which tells every screen that its copy is old. */
  async change(id: string, change: TicketChange): Promise<void> {
    const values: unknown[] = [];
    const sets = Object.entries<unknown>({ ...change }).flatMap(([key, value]) => {
      const column = new Map(Object.entries(columns)).get(key);
      if (column === undefined || value === undefined) return [];
      values.push(asJson.includes(column) ? JSON.stringify(value) : value);
      return [`${column} = $${String(values.length + 2)}`];
    });
    await this.sql.run(
      `update ticket as t set ${['version = t.version + 1', ...sets].join(', ')}
        where t.workspace_id = $1 and t.id = $2`,
      [this.workspaceId, id, ...values],
    );
  }

  /** Tickets that are not closed, by id, from one on. */
  openAfter(id: string | null, limit: number): Promise<Ticket[]> {
    return this.sql.many<Ticket>(
      `select ${fields} from ticket as t
        where t.workspace_id = $1 and t.state <> 'closed' and ($2::uuid is null or t.id > $2) order by t.id limit $3`,
      [this.workspaceId, id, limit],
    );
  }

  /** A new version each: what is shown beside them has changed. */
  async touch(ids: readonly string[]): Promise<void> {
    await this.sql.run('update ticket as t set version = t.version + 1 where t.workspace_id = $1 and t.id = any($2)', [
      this.workspaceId,
      ids,
    ]);
  }

  /** The tickets of a person, with a new version each: what is shown of the person has changed. */
  async touchOfPerson(personId: string): Promise<string[]> {
    const rows = await this.sql.many<{ id: string }>(
      'update ticket as t set version = t.version + 1 where t.workspace_id = $1 and t.person_id = $2 returning t.id',
      [this.workspaceId, personId],
    );
    return rows.map(({ id }) => id);
  }

  /** Joins a thread to a ticket. Refused by the database while another open ticket holds the thread. */
  async join(ticketId: string, threadId: string): Promise<void> {
    await this.sql.run(
      `insert into ticket_thread as tt (workspace_id, ticket_id, thread_id, open) values ($1, $2, $3, true)
       on conflict (workspace_id, ticket_id, thread_id) do update set open = true where not tt.open`,
      [this.workspaceId, ticketId, threadId],
    );
    await this.sql.run(
      'update thread as th set ticket_id = $3, version = th.version + 1 where th.workspace_id = $1 and th.id = $2',
      [this.workspaceId, threadId, ticketId],
    );
  }

  /** As above, unless another open ticket holds the thread: then it stays there. */
  async joinIfFree(ticketId: string, threadId: string): Promise<void> {
    const held = await this.sql.maybe<{ id: string }>(
      `select tt.ticket_id as id from ticket_thread as tt
        where tt.workspace_id = $1 and tt.thread_id = $2 and tt.open`,
      [this.workspaceId, threadId],
    );
    if (!held) await this.join(ticketId, threadId);
  }

  /** Closing lets the threads go; reopening takes back those that no newer ticket holds. */
  async holdThreads(ticketId: string, open: boolean): Promise<void> {
    await this.sql.run(
      `update ticket_thread as tt set open = $3
        where tt.workspace_id = $1 and tt.ticket_id = $2 and tt.open <> $3
          and (not $3 or not exists (select 1 from ticket_thread as other
             where other.workspace_id = tt.workspace_id and other.thread_id = tt.thread_id and other.open))`,
      [this.workspaceId, ticketId, open],
    );
  }

  /** The threads it holds, with what their reply windows depend on. */
  threadsOf(ticketId: string): Promise<TicketThread[]> {
    return this.sql.many<TicketThread>(
      `select th.id, a.network, th.space, th.last_inbound_at as "lastInboundAt",
              coalesce((a.limits ->> 'humanAgent')::boolean, false) as "humanAgent"
         from ticket_thread as tt
         join thread as th on th.workspace_id = tt.workspace_id and th.id = tt.thread_id
         join account as a on a.workspace_id = th.workspace_id and a.id = th.account_id
        where tt.workspace_id = $1 and tt.ticket_id = $2 and tt.open order by th.id`,
      [this.workspaceId, ticketId],
    );
  }
}

/** Tickets whose time to come back has come, longest ago first. */
export function snoozedUntil(
  sql: Sql,
  now: Date,
  limit: number,
): Promise<{ readonly workspaceId: number; readonly id: string }[]> {
  return sql.many(
    `select t.workspace_id as "workspaceId", t.id from ticket as t
      where t.state = 'snoozed' and t.snoozed_until <= $1 order by t.snoozed_until, t.id limit $2`,
    [now, limit],
  );
}
