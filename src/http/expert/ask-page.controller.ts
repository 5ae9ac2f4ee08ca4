import { Body, Controller, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import { NetworkCatalogue } from '../../actions/account/network-catalogue.js';
import { AnswerAsk, type FirstWord } from '../../actions/expert/answer-ask.js';
import { OpenAskLink } from '../../actions/expert/open-ask-link.js';
import { SaveDraft } from '../../actions/expert/save-draft.js';
import { SubmitDraft } from '../../actions/expert/submit-draft.js';
import { Refusal, type AskPage } from '../../contract/index.js';
import { Clock } from '../../platform/clock.js';
import { askPage } from '../../store/expert/ask-page.view.js';
import { Reader } from '../../store/reader.view.js';
import { IdPipe } from '../id.pipe.js';
import { Public } from '../session/public.js';
import { clientOf } from '../session/session-cookie.js';
import { Answerers, giveAskCookie } from './answerers.js';
import { DraftBody, FirstWordBody, SubmissionBody } from './ask.dto.js';

/** The door for those who come by a link. */
@Public()
@Controller('api/ask-links')
export class AskLinkController {
  constructor(private readonly links: OpenAskLink) {}

  /** Opens once, on one device; the answer sets a cookie that is good for this one question. */
  @Post(':token')
  @HttpCode(200)
  async open(@Param('token') token: string, @Req() request: Request): Promise<{ askId: string }> {
    const opened = await this.links.run(token, clientOf(request));
    giveAskCookie(request, opened);
    return { askId: opened.askId };
  }
}

/** What an expert sees of one question. */
@Public()
@Controller('api/ask-pages/:id')
export class AskPageController {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly networks: NetworkCatalogue,
    private readonly answerers: Answerers,
  ) {}

  /** The question, what it is about, and how an answer must look. What tells who the customer is is left out. */
  @Get()
  async read(@Param('id', IdPipe) askId: string, @Req() request: Request): Promise<AskPage> {
    const { workspaceId, id: agentId } = await this.answerers.of(request, askId);
    const ask = {
      askId,
      agentId,
      rulesOf: this.networks.rulesOf,
      factsOf: this.networks.factsOf,
      now: this.clock.now(),
    };
    const page = await this.reader.read((sql) => askPage(sql, workspaceId, ask));
    if (!page) throw new Refusal('not-found', { what: 'ask' });
    return page;
  }
}

/** What an expert does with one question. Public: whoever came by its link has no session. */
@Public()
@Controller('api/ask-pages/:id')
export class AskAnswerController {
  constructor(
    private readonly answerers: Answerers,
    private readonly answerAsk: AnswerAsk,
    private readonly saveDraft: SaveDraft,
    private readonly submitDraft: SubmitDraft,
  ) {}

  /** I answer, later, not me. */
  @Post('word')
  @HttpCode(204)
  async word(@Param('id', IdPipe) askId: string, @Body() body: FirstWordBody, @Req() request: Request): Promise<void> {
    await this.answerAsk.run(await this.answerers.of(request, askId), askId, wordOf(body));
  }

  @Put('draft')
  @HttpCode(204)
  async draft(@Param('id', IdPipe) askId: string, @Body() body: DraftBody, @Req() request: Request): Promise<void> {
    await this.saveDraft.run(await this.answerers.of(request, askId), { askId, ...body });
  }

  /** Done: to a coach, to the colleague who asked, or straight to the customer. */
  @Post('submit')
  @HttpCode(204)
  async submit(
    @Param('id', IdPipe) askId: string,
    @Body() body: SubmissionBody,
    @Req() request: Request,
  ): Promise<void> {
    const { consent = false, seenMessageId = null, anyway = false, text, revision } = body;
    const submission = { askId, text, revision, consent, seenMessageId, anyway };
    await this.submitDraft.run(await this.answerers.of(request, askId), submission);
  }
}

function wordOf({ as, until, expertId = null }: FirstWordBody): FirstWord {
  if (as === 'later') return { as, until: new Date(until ?? 0) };
  return as === 'accept' ? { as } : { as, expertId };
}
