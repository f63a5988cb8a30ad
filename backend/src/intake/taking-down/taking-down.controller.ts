import { Body, Controller, Get, Headers, HttpCode, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { TakingDownDrafts } from './drafts.service.js';
import { AlikeView, FindAlike, SaveTakingDown, TakeDownInquiry, TakenDownView, TakingDownView } from './taking-down.dto.js';
import { TakingDownDesk } from './taking-down.service.js';

/** A call, a visit or a letter becomes a request. */
@ApiTags('intake')
@Controller('api')
export class TakingDownController {
  constructor(
    private readonly desk: TakingDownDesk,
    private readonly drafts: TakingDownDrafts,
  ) {}

  /** Same key and body: the same answer. Same key, other body: 422 `request.key-reused`. The draft goes with it. */
  @Post('inquiries')
  @Can('inquiry.take-down')
  @ApiHeader({ name: 'idempotency-key', required: true, description: '16 to 100 visible ASCII characters' })
  takeDown(@CurrentActor() actor: Actor, @Headers('idempotency-key') key: string, @Body() body: TakeDownInquiry): Promise<TakenDownView> {
    return this.desk.takeDown(actor, key, body);
  }

  /** A hint for staff, never told to anybody else. The number travels in the body. */
  @Post('taking-down/alike')
  @Can('inquiry.take-down')
  @HttpCode(200)
  alike(@CurrentActor() actor: Actor, @Body() body: FindAlike): Promise<AlikeView[]> {
    return this.desk.alike(actor, body);
  }

  @Get('taking-down/draft')
  @Can('inquiry.take-down')
  draft(@CurrentActor() actor: Actor): Promise<TakingDownView> {
    return this.drafts.read(actor);
  }

  @Put('taking-down/draft')
  @Can('inquiry.take-down')
  saveDraft(@CurrentActor() actor: Actor, @Body() body: SaveTakingDown): Promise<TakingDownView> {
    return this.drafts.save(actor, body);
  }
}
