import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { DraftWeights, MakeLive, OrderingView } from './ordering.dto.js';
import { Replay } from './replay.service.js';
import { WeightsVersions } from './weights.service.js';

@ApiTags('matching')
@Controller('api/ordering')
export class OrderingController {
  constructor(
    private readonly versions: WeightsVersions,
    private readonly replay: Replay,
  ) {}

  /** How places are ordered: everybody of the desk may know. */
  @Get()
  @Can('ordering.read')
  read(@CurrentActor() actor: Actor): Promise<OrderingView> {
    return this.versions.view(actor);
  }

  /** Writes the one draft. It orders nothing, and what was counted of its earlier numbers is gone. */
  @Put('draft')
  @Can('ordering.change')
  draft(@CurrentActor() actor: Actor, @Body() body: DraftWeights): Promise<OrderingView> {
    return this.versions.draft(actor, body);
  }

  @Post('draft/discard')
  @Can('ordering.change')
  @HttpCode(200)
  discard(@CurrentActor() actor: Actor): Promise<OrderingView> {
    return this.versions.discard(actor);
  }

  /** Answers past requests again, by what is live and by the draft, and keeps the counts of what would be another. It may take some seconds. */
  @Post('draft/replay')
  @Can('ordering.change')
  @HttpCode(200)
  replayDraft(@CurrentActor() actor: Actor): Promise<OrderingView> {
    return this.replay.draft(actor);
  }

  /** The replayed draft, or a version that was live before, orders from now on. */
  @Post('live')
  @Can('ordering.change')
  @HttpCode(200)
  makeLive(@CurrentActor() actor: Actor, @Body() body: MakeLive): Promise<OrderingView> {
    return this.versions.makeLive(actor, body);
  }
}
