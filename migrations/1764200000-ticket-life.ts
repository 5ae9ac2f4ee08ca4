import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of a ticket besides being answered: put off, merged, split, moderated, changed together, undone. */
export class TicketLife1764200000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of [...tickets, ...regrouping, ...moderation, ...together, ...persons]) {
      await run.query(statement);
    }
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table person_apart, person_join, bulk_item, bulk, moderation, regrouping');
    await run.query('drop index ticket_thread_of_thread, identity_handle, identity_name, ticket_snoozed');
    await run.query('alter table person drop column vip_by, drop column vip_at');
    await run.query('alter table workspace drop column four_eyes');
    await run.query('alter table clock drop column origin_id');
    await run.query('alter table message drop column counts_from');
    await run.query(`alter table ticket drop column snoozed_until, drop column wake_on_customer, drop column waiting_for,
      drop column survivor_id, drop column topic_by, drop column priority_by`);
  }
}

const tickets = [
  `alter table ticket
    add column snoozed_until timestamptz,
    add column wake_on_customer boolean not null default true,
    add column waiting_for text,
    add column survivor_id uuid,
    add column topic_by uuid,
    add column priority_by uuid`,
  `create index ticket_snoozed on ticket (snoozed_until, id) where state = 'snoozed'`,
  // Where a merge joined a question to an answer that was older than the merge: the question is still open.
  'alter table message add column counts_from timestamptz',
  'alter table clock add column origin_id uuid',
  'create index ticket_thread_of_thread on ticket_thread (workspace_id, thread_id)',
];

const regrouping = [
  `create table regrouping (
    workspace_id integer not null,
    id uuid not null,
    kind text not null,
    ticket_id uuid not null,
    other_id uuid not null,
    agent_id uuid not null,
    at timestamptz not null,
    before jsonb not null,
    made jsonb not null default '{}',
    undone_at timestamptz,
    undone_by uuid,
    primary key (workspace_id, id),
    constraint regrouping_ticket foreign key (workspace_id, ticket_id) references ticket (workspace_id, id),
    constraint regrouping_other foreign key (workspace_id, other_id) references ticket (workspace_id, id),
    constraint regrouping_agent foreign key (workspace_id, agent_id) references agent (workspace_id, id))`,
  'create index regrouping_of_ticket on regrouping (workspace_id, ticket_id) where undone_at is null',
  'create index regrouping_of_other on regrouping (workspace_id, other_id) where undone_at is null',
];

const moderation = [
  'alter table workspace add column four_eyes boolean not null default false',
  `create table moderation (
    workspace_id integer not null,
    id uuid not null,
    message_id uuid not null,
    act text not null,
    reason text,
    text text,
    state text not null,
    agent_id uuid not null,
    at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    tries integer not null default 0,
    next_at timestamptz,
    failure jsonb,
    done_at timestamptz,
    primary key (workspace_id, id),
    constraint moderation_message foreign key (workspace_id, message_id) references message (workspace_id, id) on delete cascade,
    constraint moderation_agent foreign key (workspace_id, agent_id) references agent (workspace_id, id))`,
  `create unique index moderation_one_open on moderation (workspace_id, message_id) where state in ('requested', 'pending')`,
  'create index moderation_of_message on moderation (workspace_id, message_id)',
  `create index moderation_due on moderation (next_at) where state = 'pending'`,
];

const together = [
  `create table bulk (
    workspace_id integer not null,
    id uuid not null,
    agent_id uuid not null,
    client_id uuid not null,
    ask jsonb not null,
    state text not null default 'running',
    undo_until timestamptz,
    at timestamptz not null,
    primary key (workspace_id, id),
    constraint bulk_client unique (workspace_id, client_id),
    constraint bulk_agent foreign key (workspace_id, agent_id) references agent (workspace_id, id))`,
  `create table bulk_item (
    workspace_id integer not null,
    bulk_id uuid not null,
    ticket_id uuid not null,
    position integer not null,
    state text not null default 'waiting',
    because text,
    before jsonb,
    after jsonb,
    primary key (workspace_id, bulk_id, ticket_id),
    constraint bulk_item_bulk foreign key (workspace_id, bulk_id) references bulk (workspace_id, id),
    constraint bulk_item_ticket foreign key (workspace_id, ticket_id) references ticket (workspace_id, id))`,
  'create index bulk_item_next on bulk_item (workspace_id, bulk_id, state, position)',
];

const persons = [
  'alter table person add column vip_by uuid, add column vip_at timestamptz',
  `create index identity_handle on identity (workspace_id, (split_part(ltrim(lower(handle), '@'), '@', 1))) where handle is not null`,
  `create index identity_name on identity (workspace_id, lower(name)) where name <> ''`,
  `create table person_join (
    workspace_id integer not null,
    id uuid not null,
    into_id uuid not null,
    from_id uuid not null,
    identity_ids uuid[] not null,
    ticket_ids uuid[] not null,
    was_vip boolean not null,
    agent_id uuid not null,
    at timestamptz not null,
    undone_at timestamptz,
    undone_by uuid,
    primary key (workspace_id, id),
    constraint person_join_into foreign key (workspace_id, into_id) references person (workspace_id, id),
    constraint person_join_from foreign key (workspace_id, from_id) references person (workspace_id, id))`,
  'create index person_join_of_into on person_join (workspace_id, into_id) where undone_at is null',
  `create table person_apart (
    workspace_id integer not null,
    one_id uuid not null,
    other_id uuid not null,
    agent_id uuid not null,
    at timestamptz not null,
    primary key (workspace_id, one_id, other_id))`,
];
