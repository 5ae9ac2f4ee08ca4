import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import express from 'express';

import { Script, type ApiCall, type Failing, type FaultOf } from '../kit/script.js';
import type { Backend } from './backend.js';
import { controlRoutes } from './control.js';
import { Customers, type CustomerMessage } from './customers.js';
import { Files } from './files.js';
import { Groups, type NewChannel, type NewGroup } from './groups.js';
import { methodRoutes } from './method-routes.js';
import type { MessageRef, Published, Standing } from './model.js';
import { News } from './news.js';
import { recall, remember } from './memory.js';
import { RateLimit, telegramRates, type Rates } from './rate-limit.js';
import { Stations } from './stations.js';
import { publishedOf } from './published.js';
import { World } from './world.js';
import type { OurBot, TelegramSimulator } from './telegram-simulator.js';

export interface SimulatorOptions {
  readonly port?: number;
  readonly host?: string;
  readonly now: () => Date;
  /** The longest wait of a long poll, whatever is asked. */
  readonly longPollMs?: number;
  /** The first pause before a webhook that failed is called again. */
  readonly webhookRetryMs?: number;
  /** What an earlier one gave with `memory()`. */
  readonly memory?: Buffer;
}

/** A Bot API server on the loopback: the real wire format, and nothing that leaves the machine. */
export async function startTelegramSimulator(options: SimulatorOptions): Promise<TelegramSimulator> {
  const app = express();
  const server = createServer(app);
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  const { now } = options;
  const world = new World(now);
  const pace = { longPollMs: options.longPollMs ?? 50_000, webhookRetryMs: options.webhookRetryMs ?? 1000 };
  const stations = new Stations(now, pace);
  const news = new News(world, stations);
  const backend: Backend = { world, stations, news, files: new Files(), rates: new RateLimit(now), sent: [] };
  const script = new Script(now, withoutToken);
  if (options.memory !== undefined) recall(backend, options.memory);
  const simulator = new Simulator(backend, { server, script });
  app.use(express.json(), express.urlencoded({ extended: true }));
  controlRoutes(app, simulator);
  app.use(script.middleware);
  methodRoutes(app, backend);
  return simulator;
}

class Simulator implements TelegramSimulator {
  readonly url: string;
  private readonly customers: Customers;
  private readonly groups: Groups;

  constructor(
    private readonly backend: Backend,
    private readonly parts: { readonly server: Server; readonly script: Script },
  ) {
    this.url = `http://${addressOf(parts.server)}`;
    this.customers = new Customers(backend);
    this.groups = new Groups(backend);
  }

  addBot(bot: Parameters<TelegramSimulator['addBot']>[0]): OurBot {
    const { id, username, token } = this.backend.world.addBot(bot);
    return { id, username, token: token ?? '' };
  }

  bot(username: string): OurBot | null {
    const { id, token } = [...this.backend.world.bots.values()].find((bot) => bot.username === username) ?? {};
    return id === undefined ? null : { id, username, token: token ?? '' };
  }

  channel(username: string): ReturnType<Groups['addChannel']> | null {
    return this.groups.channel(username);
  }

  lastPost(channel: number): MessageRef | null {
    return this.groups.lastPost(channel);
  }

  addGroup(group: NewGroup): number {
    return this.groups.add(group);
  }

  openTopic(group: number, name: string): number {
    return this.groups.openTopic(group, name);
  }

  addChannel(channel: NewChannel): ReturnType<Groups['addChannel']> {
    return this.groups.addChannel(channel);
  }

  setStanding(group: number, bot: string, standing: Standing): void {
    this.groups.setStanding(group, bot, standing);
  }

  connectBusiness(bot: string, owner: string, mayReply?: boolean): string {
    return this.groups.connect(bot, owner, mayReply);
  }

  changeConnection(id: string, change: Parameters<Groups['changeConnection']>[1]): void {
    this.groups.changeConnection(id, change);
  }

  customerWrites(what: CustomerMessage): MessageRef {
    return this.customers.writes(what);
  }

  customerStarts(handle: string, bot: string, payload?: string): MessageRef {
    return this.customers.starts(handle, bot, payload);
  }

  customerEdits(ref: MessageRef, text: string): void {
    this.customers.edits(ref, text);
  }

  customerDeletes(ref: MessageRef): void {
    this.customers.deletes(ref);
  }

  customerReacts(handle: string, ref: MessageRef, emoji: string | null): void {
    this.customers.reacts(handle, ref, emoji);
  }

  customerBlocks(handle: string, bot: string, isBlocked?: boolean): void {
    this.customers.blocks(handle, bot, isBlocked);
  }

  customerLeavesTelegram(handle: string): void {
    this.customers.leavesTelegram(handle);
  }

  brandPosts(channel: number, text: string): ReturnType<Groups['brandPosts']> {
    return this.groups.brandPosts(channel, text);
  }

  adminAnswers(ref: MessageRef, text: string): MessageRef {
    return this.groups.adminAnswers(ref, text);
  }

  ownerWrites(business: string, customer: string, text: string): MessageRef {
    return this.groups.ownerWrites(business, customer, text);
  }

  groupMigrates(group: number): number {
    return this.groups.migrates(group);
  }

  published(): readonly Published[] {
    return this.backend.sent.map(publishedOf);
  }

  reactionsOf(ref: MessageRef): readonly string[] {
    return [...this.customers.find(ref).reactions.values()];
  }

  calls(): readonly ApiCall[] {
    return this.parts.script.calls();
  }

  fail(failing: Failing): void {
    this.parts.script.fail(failing);
  }

  cut(of: FaultOf = {}): void {
    this.parts.script.cut(of);
  }

  stall(of: FaultOf = {}): void {
    this.parts.script.stall(of);
  }

  revokeToken(bot: string): void {
    this.backend.world.bot(bot).token = null;
  }

  setRates(rates: Partial<Rates>): void {
    this.backend.rates.rates = { ...telegramRates, ...rates };
  }

  numberUpdatesFrom(bot: string, id: number): void {
    this.stationOf(bot).updates.numberFrom(id);
  }

  async webhookSettled(bot: string): Promise<void> {
    await this.stationOf(bot).webhook.settled();
  }

  memory(): Buffer {
    return remember(this.backend);
  }

  async stop(): Promise<void> {
    this.backend.stations.stop();
    this.parts.server.closeAllConnections();
    this.parts.server.close();
    await once(this.parts.server, 'close');
  }

  private stationOf(bot: string) {
    const { world, stations } = this.backend;
    return stations.of(world.bot(bot));
  }
}

function withoutToken(path: string): string {
  return path.replace(/(\/bot\d+:)[\w-]+/u, '$1…');
}

function addressOf(server: Server): string {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no address');
  return `${address.address}:${address.port}`;
}
