import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { EraseDraft } from '../../actions/draft/erase-draft.js';
import { KeepDraft } from '../../actions/draft/keep-draft.js';
import { RestoreDraft } from '../../actions/draft/restore-draft.js';
import { ShareDraft } from '../../actions/draft/share-draft.js';
import { Refusal, type DraftList, type DraftRevision, type DraftView } from '../../contract/index.js';
import { draftRevisions, draftsOf } from '../../store/message/draft.view.js';
import { Reader } from '../../store/reader.view.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { ReplyDraftBody, RestoreBody, ShareBody } from './draft.dto.js';

/** What is written and not sent yet. */
@Controller('api')
export class DraftController {
  constructor(
    private readonly reader: Reader,
    private readonly keepDraft: KeepDraft,
    private readonly eraseDraft: EraseDraft,
    private readonly restoreDraft: RestoreDraft,
    private readonly shareDraft: ShareDraft,
  ) {}

  /** One's own, wherever their tickets stand. */
  @Get('drafts')
  mine(@From() caller: Caller): Promise<DraftList> {
    return this.reader.read((sql) => draftsOf(sql, caller));
  }

  /** Keeps what is written so far; what was emptied is erased. */
  @Put('tickets/:id/drafts')
  keep(
    @From() caller: Caller,
    @Param('id', IdPipe) ticketId: string,
    @Body() body: ReplyDraftBody,
  ): Promise<DraftView> {
    const { line = null, threadId = null, accountId = null, ...rest } = body;
    return this.keepDraft.run(caller, { ...rest, ticketId, line, threadId, accountId });
  }

  /** Can be had back with `restore`. */
  @Delete('drafts/:id')
  @HttpCode(204)
  erase(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.eraseDraft.run(caller, id);
  }

  @Post('drafts/:id/restore')
  @HttpCode(200)
  restore(@From() caller: Caller, @Param('id', IdPipe) draftId: string, @Body() body: RestoreBody): Promise<DraftView> {
    return this.restoreDraft.run(caller, { draftId, revision: body.revision ?? null });
  }

  /** Lets whoever sees the ticket read it, or no longer. */
  @Post('drafts/:id/share')
  @HttpCode(200)
  share(@From() caller: Caller, @Param('id', IdPipe) draftId: string, @Body() body: ShareBody): Promise<DraftView> {
    return this.shareDraft.run(caller, { draftId, shared: body.shared });
  }

  /** How it stood before, newest first. */
  @Get('drafts/:id/revisions')
  async revisions(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<DraftRevision[]> {
    const found = await this.reader.read((sql) => draftRevisions(sql, caller, id));
    if (!found) throw new Refusal('not-found', { what: 'draft' });
    return found;
  }
}
