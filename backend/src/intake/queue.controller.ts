import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { FindByNumber, FoundByNumber } from './find-by-number.dto.js';
import { InquiryDesk } from './inquiry-desk.service.js';
import { AddNeed, IdentityView, InquiryView, NeedView, QueueCounts, QueuePage, ReadQueue, ReleaseInquiry, RevealIdentity } from './inquiry.dto.js';
import { DraftView, SaveDraft, WriteNote } from './note.dto.js';
import { Queue } from './queue.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

@ApiTags('intake')
@Controller('api')
export class QueueController {
  constructor(
    private readonly queue: Queue,
    private readonly desk: InquiryDesk,
  ) {}

  @Get('queue')
  @Can('queue.read')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: QueuePage })
  page(@CurrentActor() actor: Actor, @Query() query: ReadQueue): Promise<string> {
    return this.queue.page(actor, query);
  }

  @Get('queue/counts')
  @Can('queue.read')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: QueueCounts })
  counts(@CurrentActor() actor: Actor): Promise<string> {
    return this.queue.counts(actor);
  }

  /** Opens a request by its number. It travels in the body: no log of addresses has it. */
  @Post('queue/find')
  @Can('queue.read')
  @HttpCode(200)
  find(@CurrentActor() actor: Actor, @Body() body: FindByNumber): Promise<FoundByNumber> {
    return this.queue.find(actor, body);
  }

  /** The queue's line for the team, the whole request for its specialist. */
  @Get('inquiries/:id')
  @Can('queue.read')
  view(@CurrentActor() actor: Actor, @Id() id: string): Promise<InquiryView> {
    return this.desk.view(actor, id);
  }

  /** 409 `inquiry.claimed` names who was quicker. */
  @Post('inquiries/:id/claim')
  @Can('inquiry.claim')
  @HttpCode(200)
  claim(@CurrentActor() actor: Actor, @Id() id: string): Promise<InquiryView> {
    return this.desk.claim(actor, id);
  }

  @Post('inquiries/:id/release')
  @Can('inquiry.release')
  @HttpCode(204)
  release(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: ReleaseInquiry): Promise<void> {
    return this.desk.release(actor, id, body);
  }

  /** Name and contact points; each call is one audit row, committed before the answer. */
  @Post('inquiries/:id/reveal')
  @Can('identity.reveal')
  @HttpCode(200)
  reveal(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: RevealIdentity): Promise<IdentityView> {
    return this.desk.reveal(actor, id, body);
  }

  @Post('inquiries/:id/needs')
  @Can('need.change')
  addNeed(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: AddNeed): Promise<NeedView> {
    return this.desk.addNeed(actor, id, body);
  }

  @Post('inquiries/:id/notes')
  @Can('note.write')
  @HttpCode(204)
  note(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: WriteNote): Promise<void> {
    return this.desk.note(actor, id, body);
  }

  @Get('inquiries/:id/draft')
  @Can('note.write')
  draft(@CurrentActor() actor: Actor, @Id() id: string): Promise<DraftView> {
    return this.desk.draft(actor, id);
  }

  @Put('inquiries/:id/draft')
  @Can('note.write')
  saveDraft(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SaveDraft): Promise<DraftView> {
    return this.desk.saveDraft(actor, id, body);
  }
}
