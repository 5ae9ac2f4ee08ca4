import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Doorkeeper } from './doorkeeper.js';
import { FeedReader } from './feed-reader.js';
import { Greeting } from './greeting.js';
import { LiveGateway } from './live.gateway.js';
import { LiveHub } from './live-hub.js';
import { PresenceBoard } from './presence-board.js';
import { RecentFeed } from './recent-feed.js';
import { SessionWatch } from './session-watch.js';

/** For processes that serve consoles. Needs the Database, Clock, Loops, Metrics and Wakeups of the application. */
@Module({
  providers: [Doorkeeper, FeedReader, Greeting, LiveGateway, LiveHub, PresenceBoard, RecentFeed, SessionWatch],
})
export class LiveModule implements OnApplicationBootstrap {
  constructor(
    private readonly reader: FeedReader,
    private readonly sessions: SessionWatch,
    private readonly presence: PresenceBoard,
  ) {}

  onApplicationBootstrap(): void {
    this.reader.start();
    this.sessions.start();
    this.presence.start();
  }
}
