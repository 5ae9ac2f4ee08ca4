import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { mustAllow } from '../../actions/must-allow.js';
import { SaveRules } from '../../actions/routing/save-rules.js';
import { SaveTopics } from '../../actions/routing/save-topics.js';
import { TryRules } from '../../actions/routing/try-rules.js';
import { TryTopics } from '../../actions/routing/try-topics.js';
import type { RoutingRulesView, RoutingTrialView, TopicBookView, TopicTrialView } from '../../contract/index.js';
import { Reader } from '../../store/reader.view.js';
import { routingRulesView, topicBookView } from '../../store/routing/routing.view.js';
import { From } from '../session/from.js';
import { RulesBody, RulesTrialBody } from './rule.dto.js';
import { TopicsBody, TopicTrialBody } from './topic.dto.js';

const usualDays = 7;
const usualPortion = 500;

@Controller('api/routing')
export class RoutingController {
  constructor(
    private readonly reader: Reader,
    private readonly saveRules: SaveRules,
    private readonly tryRules: TryRules,
    private readonly saveTopics: SaveTopics,
    private readonly tryTopics: TryTopics,
  ) {}

  /** What decides where tickets go, in the order in which it is asked. */
  @Get('rules')
  rules(@From() caller: Caller): Promise<RoutingRulesView> {
    mustAllow(caller, 'routing.see');
    return this.reader.read((sql) => routingRulesView(sql, caller.workspaceId));
  }

  /** The whole list in its order. */
  @Put('rules')
  save(@From() caller: Caller, @Body() body: RulesBody): Promise<RoutingRulesView> {
    return this.saveRules.run(caller, body);
  }

  /** Which tickets of the last days would have gone elsewhere by a list; nothing is saved. One portion at a time. */
  @Post('dry-run')
  @HttpCode(200)
  dryRun(@From() caller: Caller, @Body() body: RulesTrialBody): Promise<RoutingTrialView> {
    const { rules, days = usualDays, limit = usualPortion, after = null } = body;
    return this.tryRules.run(caller, { rules, days, limit, after });
  }

  /** Topics with the words that tell one from another. */
  @Get('topics')
  topics(@From() caller: Caller): Promise<TopicBookView> {
    mustAllow(caller, 'routing.see');
    return this.reader.read((sql) => topicBookView(sql, caller.workspaceId));
  }

  /** All of them at once. */
  @Put('topics')
  keepTopics(@From() caller: Caller, @Body() body: TopicsBody): Promise<TopicBookView> {
    return this.saveTopics.run(caller, body);
  }

  /** What a text would be taken for, by topics that need not be saved yet. */
  @Post('topics/try')
  @HttpCode(200)
  tryText(@From() caller: Caller, @Body() body: TopicTrialBody): Promise<TopicTrialView> {
    const { text, space = 'public', topics = null } = body;
    return this.tryTopics.run(caller, { text, space, topics });
  }
}
