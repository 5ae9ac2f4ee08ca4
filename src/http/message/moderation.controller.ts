import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { DecideModeration } from '../../actions/message/decide-moderation.js';
import { ModerateMessage } from '../../actions/message/moderate-message.js';
import { SetFourEyes } from '../../actions/message/set-four-eyes.js';
import { mustAllow } from '../../actions/must-allow.js';
import type { MessageView, ModerationRules } from '../../contract/index.js';
import { moderationRules } from '../../store/message/moderation-rules.view.js';
import { Reader } from '../../store/reader.view.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { FourEyesBody, ModerateBody } from './moderation.dto.js';

/** What is done to messages besides answering them. */
@Controller('api')
export class ModerationController {
  constructor(
    private readonly reader: Reader,
    private readonly moderateMessage: ModerateMessage,
    private readonly decideModeration: DecideModeration,
    private readonly setFourEyes: SetFourEyes,
  ) {}

  /** Asks the network to do it; what comes of it is told live, on the message. */
  @Post('messages/:id/moderate')
  @HttpCode(200)
  moderate(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: ModerateBody): Promise<MessageView> {
    const { act, reason = null, text = null } = body;
    return this.moderateMessage.run(caller, { messageId: id, act, reason, text });
  }

  /** By a second person, where the workspace wants two for a deletion. */
  @Post('moderations/:id/confirm')
  @HttpCode(200)
  confirm(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<MessageView> {
    return this.decideModeration.run(caller, { moderationId: id, as: 'confirm' });
  }

  @Post('moderations/:id/decline')
  @HttpCode(200)
  decline(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<MessageView> {
    return this.decideModeration.run(caller, { moderationId: id, as: 'decline' });
  }

  @Get('moderation')
  rules(@From() caller: Caller): Promise<ModerationRules> {
    mustAllow(caller, 'moderation.see');
    return this.reader.read((sql) => moderationRules(sql, caller.workspaceId));
  }

  @Patch('moderation')
  change(@From() caller: Caller, @Body() { fourEyes }: FourEyesBody): Promise<ModerationRules> {
    return this.setFourEyes.run(caller, fourEyes);
  }
}
