import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a workspace promises, by which calendars, and everything that a clock must know to be computed afresh. */
export class CalendarsAndClocks1764500000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of [...book, ...clocks]) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop index clock_ledger_of_clock');
    await run.query('drop table sla_timer, sla_policy, calendar_day, calendar, sla_book');
    await run.query('alter table clock_ledger drop column facts, drop column noted_at');
    await run.query(`alter table clock drop column lane, drop column policy_id, drop column policy_name,
      drop column calendar_id, drop column calendar_name, drop column minutes, drop column pauses, drop column paused_at,
      drop column paused_for, drop column breached_at, drop column reached, drop column spans`);
  }
}

const book = [
  `create table sla_book (
    workspace_id integer not null references workspace,
    version integer not null,
    recompute_version integer not null default 0,
    recompute_after uuid,
    recompute_done integer not null default 0,
    recompute_total integer not null default 0,
    primary key (workspace_id))`,
  `create table calendar (
    workspace_id integer not null references workspace,
    id uuid not null,
    position integer not null,
    name text not null,
    zone text not null,
    week jsonb not null,
    primary key (workspace_id, id))`,
  `create table calendar_day (
    workspace_id integer not null,
    calendar_id uuid not null,
    date date not null,
    name text not null,
    ranges jsonb not null,
    primary key (workspace_id, calendar_id, date),
    constraint calendar_day_calendar foreign key (workspace_id, calendar_id) references calendar (workspace_id, id) on delete cascade)`,
  `create table sla_policy (
    workspace_id integer not null references workspace,
    id uuid not null,
    position integer not null,
    name text not null,
    calendar_id uuid,
    conditions jsonb not null,
    targets jsonb not null,
    ladder jsonb not null,
    primary key (workspace_id, id),
    constraint sla_policy_calendar foreign key (workspace_id, calendar_id) references calendar (workspace_id, id))`,
];

/** Clocks that run already were promised around the clock: their target is how far their deadline is from their start. */
const clocks = [
  `alter table clock
    add column lane text,
    add column policy_id uuid not null default '00000000-0000-7000-8000-000000000001',
    add column policy_name text not null default 'Relais',
    add column calendar_id uuid,
    add column calendar_name text not null default '24/7',
    add column minutes integer not null default 0,
    add column pauses jsonb not null default '[]',
    add column paused_at timestamptz,
    add column paused_for text,
    add column breached_at timestamptz,
    add column reached integer not null default 0,
    add column spans jsonb not null default '[]'`,
  `update clock set minutes = round(extract(epoch from due_at - started_at) / 60),
    spans = jsonb_build_array(jsonb_build_object('from', started_at, 'to', due_at)),
    breached_at = case when coalesce(stopped_at, due_at + interval '1 year') > due_at and state <> 'running' then due_at end`,
  // `at` is when it happened by the network's time or by the promise; a clock that is behind tells it later.
  `alter table clock_ledger add column facts jsonb not null default '{}',
    add column noted_at timestamptz not null default clock_timestamp()`,
  'create index clock_ledger_of_clock on clock_ledger (workspace_id, clock_id)',
  // One row for each clock that moves: what comes next on it, and when. It is there or not there with the clock's own change.
  `create table sla_timer (
    workspace_id integer not null,
    clock_id uuid not null,
    ticket_id uuid not null,
    kind text not null,
    percent integer not null,
    due_at timestamptz not null,
    tries integer not null default 0,
    leased_until timestamptz,
    primary key (workspace_id, clock_id),
    constraint sla_timer_clock foreign key (workspace_id, clock_id) references clock (workspace_id, id) on delete cascade)`,
  'create index sla_timer_due on sla_timer (due_at)',
  'create index sla_timer_of_ticket on sla_timer (workspace_id, ticket_id)',
  `insert into sla_timer (workspace_id, clock_id, ticket_id, kind, percent, due_at)
   select workspace_id, id, ticket_id, kind, 75, started_at + (due_at - started_at) * 0.75 from clock where state = 'running'`,
];
