import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccountDoor } from './actions/account-door.js';
import { CheckAccount } from './actions/account/check-account.js';
import { ConnectAccount } from './actions/account/connect-account.js';
import { DisconnectAccount } from './actions/account/disconnect-account.js';
import { FetchAccount } from './actions/account/fetch-account.js';
import { FinishConsent } from './actions/account/finish-consent.js';
import { HearAccount } from './actions/account/hear-account.js';
import { HoldAccount } from './actions/account/hold-account.js';
import { KeepFetched } from './actions/account/keep-fetched.js';
import { NetworkCatalogue } from './actions/account/network-catalogue.js';
import { RecheckAccount } from './actions/account/recheck-account.js';
import { RenewAccount } from './actions/account/renew-account.js';
import { RepairAccount } from './actions/account/repair-account.js';
import { StartConsent } from './actions/account/start-consent.js';
import { KeepCredentials } from './actions/account/keep-credentials.js';
import { RefreshAccounts } from './actions/account/refresh-accounts.js';
import { RefetchAccount } from './actions/account/refetch-account.js';
import { StopAccount } from './actions/account/stop-account.js';
import { SubscribeAccount } from './actions/account/subscribe-account.js';
import { AcceptDelivery } from './actions/delivery/accept-delivery.js';
import { ApplyDeliveries } from './actions/delivery/apply-deliveries.js';
import { ApplyEvent } from './actions/delivery/apply-event.js';
import { CollectDeliveries } from './actions/delivery/collect-deliveries.js';
import { DropOld } from './actions/delivery/drop-old.js';
import { FindApp } from './actions/delivery/find-app.js';
import { ReplayDeliveries } from './actions/delivery/replay-deliveries.js';
import { AfterSendFailure } from './actions/message/after-send-failure.js';
import { CallNetwork } from './actions/message/call-network.js';
import { ChangeMessage } from './actions/message/change-message.js';
import { CopyAttachments } from './actions/message/copy-attachments.js';
import { DecideReply } from './actions/message/decide-reply.js';
import { DeliverDue } from './actions/message/deliver-due.js';
import { DeliverReplies } from './actions/message/deliver-replies.js';
import { DiscardReply } from './actions/message/discard-reply.js';
import { EditMessage } from './actions/message/edit-message.js';
import { EndAttempt } from './actions/message/end-attempt.js';
import { FindTicket } from './actions/message/find-ticket.js';
import { KnowOwnEcho } from './actions/message/know-own-echo.js';
import { MarkSent } from './actions/message/mark-sent.js';
import { FailLater } from './actions/message/fail-later.js';
import { MeetPerson } from './actions/message/meet-person.js';
import { ReadThin } from './actions/message/read-thin.js';
import { NoteThread } from './actions/message/note-thread.js';
import { QueueReply } from './actions/message/queue-reply.js';
import { ReceiveEcho } from './actions/message/receive-echo.js';
import { ReceiveMessage } from './actions/message/receive-message.js';
import { ReplyToTicket } from './actions/message/reply-to-ticket.js';
import { RetryReply } from './actions/message/retry-reply.js';
import { SettleReply } from './actions/message/settle-reply.js';
import { StoreFile } from './actions/message/store-file.js';
import { RequeueLeft } from './actions/routing/requeue-left.js';
import { AssignTickets } from './actions/routing/assign-tickets.js';
import { draftActions } from './actions/draft/draft-actions.js';
import { approvalActions } from './actions/approval/approval-actions.js';
import { slaActions } from './actions/sla/sla-actions.js';
import { routingActions } from './actions/routing/routing-actions.js';
import { expertActions } from './actions/expert/expert-actions.js';
import { personActions } from './actions/person/person-actions.js';
import { moderationActions } from './actions/message/moderation-actions.js';
import { ticketLifeActions } from './actions/ticket/ticket-life-actions.js';
import { AcceptInvitation } from './actions/team/accept-invitation.js';
import { ChangeAgent } from './actions/team/change-agent.js';
import { ChangePassword } from './actions/team/change-password.js';
import { ChangeMe } from './actions/team/change-me.js';
import { BeginAbsences } from './actions/team/begin-absences.js';
import { EmptyHands } from './actions/team/empty-hands.js';
import { EndSession } from './actions/team/end-session.js';
import { InviteAgent } from './actions/team/invite-agent.js';
import { RecogniseSession } from './actions/team/recognise-session.js';
import { SaveAbsence } from './actions/team/save-absence.js';
import { SetUp } from './actions/team/set-up.js';
import { SignAgentOut } from './actions/team/sign-agent-out.js';
import { SignIn } from './actions/team/sign-in.js';
import { StartWorkspace } from './actions/team/start-workspace.js';
import { AddNote } from './actions/ticket/add-note.js';
import { AssignTicket } from './actions/ticket/assign-ticket.js';
import { ChangeTicket } from './actions/ticket/change-ticket.js';
import { CloseTicket } from './actions/ticket/close-ticket.js';
import { GiveTicket } from './actions/ticket/give-ticket.js';
import { ReleaseTicket } from './actions/ticket/release-ticket.js';
import { ReopenTicket } from './actions/ticket/reopen-ticket.js';
import { TakeTicket } from './actions/ticket/take-ticket.js';
import { TransferTicket } from './actions/ticket/transfer-ticket.js';
import { Addresses } from './actions/addresses.js';
import { configure } from './http/configure.js';
import { HealthModule, HttpModule } from './http/http.module.js';
import { Site } from './http/site.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LiveAdapter } from './live/live.adapter.js';
import { LiveModule } from './live/live.module.js';
import { networks as allNetworks, outOfReach } from './networks/index.js';
import type { Network } from './networks/kit/network.js';
import { Networks } from './networks/kit/networks.js';
import { Clock, SystemClock } from './platform/clock.js';
import type { Settings } from './platform/config/settings.js';
import { HttpClient } from './platform/http/http-client.js';
import { SocketClient } from './platform/http/socket-client.js';
import { JobQueue } from './platform/job-queue.js';
import { Log } from './platform/log.js';
import { Loops } from './platform/loops.js';
import { Metrics } from './platform/metrics.js';
import { NestLog } from './platform/nest-log.js';
import type { PgOptions } from './platform/postgres/pg-options.js';
import { SecretBox } from './platform/secret-box.js';
import { Wakeups } from './platform/wakeups.js';
import { dataSourceOf } from './store/data-source.js';
import { Database } from './store/database.js';
import { Reader } from './store/reader.view.js';

export interface Parts {
  readonly settings: Pick<Settings, 'role' | 'publicUrl' | 'trustProxy' | 'wakeups' | 'allowPrivateNetwork'>;
  readonly database: PgOptions;
  readonly secretKey: Buffer;
  readonly log: Log;
  readonly site: Site;
  /** The real one unless a test turns it. */
  readonly clock?: Clock;
  /** Every network there is, unless told otherwise. */
  readonly networks?: readonly Network[];
}

/** What everything stands on. Nothing here is connected or running yet. */
function coreOf({ settings, database, secretKey, log, ...parts }: Parts) {
  const clock = parts.clock ?? new SystemClock();
  const metrics = new Metrics();
  const source = dataSourceOf(database);
  const wakeups = new Wakeups(database, { enabled: settings.wakeups, log });
  const jobs = new JobQueue(database, { log, works: settings.role !== 'api' });
  return {
    clock,
    source,
    wakeups,
    jobs,
    metrics,
    loops: new Loops(log, clock, metrics),
    db: new Database(source, wakeups, jobs),
    http: new HttpClient({ allowPrivateNetwork: settings.allowPrivateNetwork }),
    sockets: new SocketClient({ allowPrivateNetwork: settings.allowPrivateNetwork }),
    networks: new Networks(parts.networks ?? allNetworks, outOfReach),
    addresses: new Addresses(settings.publicUrl),
    box: new SecretBox(secretKey),
    log,
    site: parts.site,
  };
}
export type Core = ReturnType<typeof coreOf>;

@Module({})
class CoreModule {
  static of(core: Core): DynamicModule {
    const providers = [
      { provide: Addresses, useValue: core.addresses },
      { provide: Clock, useValue: core.clock },
      { provide: Database, useValue: core.db },
      { provide: HttpClient, useValue: core.http },
      { provide: JobQueue, useValue: core.jobs },
      { provide: Log, useValue: core.log },
      { provide: Loops, useValue: core.loops },
      { provide: Metrics, useValue: core.metrics },
      { provide: Networks, useValue: core.networks },
      { provide: Reader, useValue: core.db },
      { provide: SecretBox, useValue: core.box },
      { provide: Site, useValue: core.site },
      { provide: SocketClient, useValue: core.sockets },
      { provide: Wakeups, useValue: core.wakeups },
    ];
    return { module: CoreModule, global: true, providers, exports: providers };
  }
}

const actions = [
  ...ticketLifeActions,
  ...draftActions,
  ...expertActions,
  ...moderationActions,
  ...personActions,
  ...routingActions,
  ...approvalActions,
  ...slaActions,
  AcceptDelivery,
  AcceptInvitation,
  AccountDoor,
  AddNote,
  AfterSendFailure,
  ApplyDeliveries,
  ApplyEvent,
  AssignTicket,
  AssignTickets,
  CallNetwork,
  ChangeAgent,
  ChangeMe,
  ChangeMessage,
  ChangePassword,
  ChangeTicket,
  CheckAccount,
  CloseTicket,
  CollectDeliveries,
  ConnectAccount,
  CopyAttachments,
  DecideReply,
  DeliverDue,
  DeliverReplies,
  DiscardReply,
  DisconnectAccount,
  DropOld,
  EditMessage,
  BeginAbsences,
  EmptyHands,
  EndAttempt,
  EndSession,
  FetchAccount,
  FindApp,
  FindTicket,
  FinishConsent,
  GiveTicket,
  HearAccount,
  HoldAccount,
  InviteAgent,
  KeepFetched,
  KnowOwnEcho,
  MarkSent,
  FailLater,
  MeetPerson,
  ReadThin,
  NetworkCatalogue,
  NoteThread,
  QueueReply,
  ReceiveEcho,
  ReceiveMessage,
  RecheckAccount,
  RecogniseSession,
  ReleaseTicket,
  RenewAccount,
  ReopenTicket,
  RepairAccount,
  ReplayDeliveries,
  ReplyToTicket,
  RequeueLeft,
  KeepCredentials,
  RefreshAccounts,
  RefetchAccount,
  RetryReply,
  SaveAbsence,
  SetUp,
  SettleReply,
  SignAgentOut,
  SignIn,
  StartConsent,
  StartWorkspace,
  StopAccount,
  StoreFile,
  SubscribeAccount,
  TakeTicket,
  TransferTicket,
];

@Module({})
class ActionsModule {
  static of(core: Core): DynamicModule {
    const imports = [CoreModule.of(core)];
    return { module: ActionsModule, global: true, imports, providers: actions, exports: actions };
  }
}

/** Which edges a process has, by its role. */
const edges: Readonly<Record<Settings['role'], Type[]>> = {
  api: [HttpModule, LiveModule],
  worker: [HealthModule, JobsModule],
  all: [HttpModule, LiveModule, JobsModule],
};

@Module({})
class AppModule {
  static of(core: Core, role: Settings['role']): DynamicModule {
    return { module: AppModule, imports: [ActionsModule.of(core), ...edges[role]] };
  }
}

export interface Relais {
  readonly app: NestExpressApplication;
  readonly core: Core;
}

/** The whole application, put together and not started. `describe`: only to be described, never to be started. */
export async function createRelais(parts: Parts, { describe = false } = {}): Promise<Relais> {
  const core = coreOf(parts);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(core, parts.settings.role), {
    logger: new NestLog(parts.log),
    bodyParser: false,
    abortOnError: false,
    preview: describe,
  });
  const { publicUrl, trustProxy } = parts.settings;
  configure(app, { publicUrl, trustProxy, webFolder: parts.site.facts.webFolder, metrics: core.metrics });
  app.useWebSocketAdapter(new LiveAdapter(app, publicUrl));
  return { app, core };
}
