import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Experts inside the company: who they are, what they are asked, what must not be said. */
export class Experts1764700000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of statements) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table message drop column expert_id');
    await run.query('drop table ask_link, ask, embargo, expert');
  }
}

const statements = [
  `create table expert (
    workspace_id integer not null,
    agent_id uuid not null,
    topics jsonb not null,
    languages text[] not null,
    zone text not null,
    hours jsonb not null,
    weekly_quota integer not null,
    autonomy text not null,
    signature text not null,
    active boolean not null default true,
    consent_at timestamptz,
    primary key (workspace_id, agent_id),
    constraint expert_agent foreign key (workspace_id, agent_id) references agent (workspace_id, id))`,
  `create table embargo (
    workspace_id integer not null references workspace,
    id uuid not null,
    topic text,
    word text not null,
    reason text not null,
    primary key (workspace_id, id))`,
  `create table ask (
    workspace_id integer not null,
    id uuid not null,
    ticket_id uuid not null,
    thread_id uuid,
    version integer not null default 1,
    state text not null default 'asked',
    mode text not null,
    topic text,
    language text,
    question text not null,
    signature text not null,
    unmasked boolean not null default false,
    asker_id uuid not null,
    expert_id uuid not null,
    client_id uuid not null,
    request_hash text not null,
    asked_at timestamptz not null,
    due_at timestamptz not null,
    warn_at timestamptz not null,
    warned_at timestamptz,
    later_until timestamptz,
    accepted_at timestamptz,
    draft text,
    draft_revision integer not null default 0,
    submitted_at timestamptz,
    returned boolean not null default false,
    advice text,
    reviewer_id uuid,
    answer text,
    message_id uuid,
    primary key (workspace_id, id),
    constraint ask_client unique (workspace_id, client_id),
    constraint ask_ticket foreign key (workspace_id, ticket_id) references ticket (workspace_id, id),
    constraint ask_asker foreign key (workspace_id, asker_id) references agent (workspace_id, id),
    constraint ask_expert foreign key (workspace_id, expert_id) references agent (workspace_id, id))`,
  'create index ask_of_ticket on ask (workspace_id, ticket_id)',
  'create index ask_of_expert on ask (workspace_id, expert_id, asked_at)',
  'create index ask_of_asker on ask (workspace_id, asker_id, asked_at)',
  'create index ask_by_state on ask (workspace_id, state, asked_at)',
  'create index ask_of_message on ask (workspace_id, message_id) where message_id is not null',
  // What the loop looks at: questions whose expert is waited for.
  `create index ask_due on ask (due_at) where state in ('asked', 'later', 'accepted', 'drafted', 'returned')`,
  // One row is a link and what was opened with it: both hashed, neither good for any other question.
  `create table ask_link (
    workspace_id integer not null,
    id uuid not null,
    ask_id uuid not null,
    agent_id uuid not null,
    token_hash text not null,
    session_hash text,
    client text,
    opened_at timestamptz,
    expires_at timestamptz not null,
    primary key (workspace_id, id),
    constraint ask_link_token unique (workspace_id, token_hash),
    constraint ask_link_session unique (workspace_id, session_hash),
    constraint ask_link_ask foreign key (workspace_id, ask_id) references ask (workspace_id, id))`,
  'create index ask_link_of_ask on ask_link (workspace_id, ask_id)',
  'alter table message add column expert_id uuid',
];
