import { Injectable } from '@nestjs/common';
import type { AccountNotice, InboundEvent, MessageArrived } from '../../domain/message/inbound-event.js';
import type { Work } from '../../store/work.js';
import { NetworkCatalogue } from '../account/network-catalogue.js';
import { tellAccount } from '../account/tell-account.js';
import { ChangeMessage } from '../message/change-message.js';
import { done, type EventOutcome, type Scene } from '../message/event-outcome.js';
import { NoteThread } from '../message/note-thread.js';
import { ReceiveEcho } from '../message/receive-echo.js';
import { ReceiveMessage } from '../message/receive-message.js';

export type KnownEvent = Exclude<InboundEvent, { kind: 'ignored' }>;

/** One thing that a network told us, carried into the tables. */
@Injectable()
export class ApplyEvent {
  constructor(
    private readonly receive: ReceiveMessage,
    private readonly echo: ReceiveEcho,
    private readonly message: ChangeMessage,
    private readonly thread: NoteThread,
    private readonly catalogue: NetworkCatalogue,
  ) {}

  inside(tx: Work, scene: Scene, event: KnownEvent): Promise<EventOutcome> {
    switch (event.kind) {
      case 'message':
        return this.arrived(tx, scene, event);
      case 'message-deleted':
        return this.message.delete(tx, scene, event);
      case 'message-hidden':
        return this.message.hide(tx, scene, event);
      case 'reaction':
        return this.message.react(tx, scene, event);
      case 'message-failed':
        return this.message.fail(tx, scene, event);
      case 'account-notice':
        return this.notice(tx, scene, event);
      default:
        return this.ofThread(tx, scene, event);
    }
  }

  private arrived(tx: Work, scene: Scene, event: MessageArrived): Promise<EventOutcome> {
    const { from } = event;
    return from === 'us' ? this.echo.inside(tx, scene, event) : this.receive.inside(tx, scene, { ...event, from });
  }

  private ofThread(
    tx: Work,
    scene: Scene,
    event: Extract<KnownEvent, { kind: 'receipt' | 'post' | 'post-deleted' | 'reachability' | 'thread-moved' }>,
  ): Promise<EventOutcome> {
    switch (event.kind) {
      case 'receipt':
        return this.thread.receipt(tx, scene, event);
      case 'post':
        return this.thread.post(tx, scene, event);
      case 'post-deleted':
        return this.thread.postGone(tx, scene, event);
      case 'reachability':
        return this.thread.reachability(tx, scene, event);
      case 'thread-moved':
        return this.thread.moved(tx, scene, event);
    }
  }

  /** A block stops the account until somebody has looked; anything less is shown beside it. */
  private async notice(tx: Work, scene: Scene, event: AccountNotice): Promise<EventOutcome> {
    if (event.level === 'info') return { is: 'ignored', what: `a notice: ${event.code}` };
    const { account } = scene;
    const state = event.level === 'blocked' ? 'restricted' : account.state;
    const { code, detail } = event;
    if (await tx.accounts.setState(account.id, state, { code, detail }))
      await tellAccount(tx, account.id, this.catalogue);
    return done;
  }
}
