import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { CorrectionPage, DecideCorrection } from './corrections.dto.js';
import { Corrections } from './corrections.service.js';

@ApiTags('directory')
@Controller('api/directory/corrections')
export class CorrectionsController {
  constructor(private readonly corrections: Corrections) {}

  /** What the public said is wrong, and nobody has looked into yet. */
  @Get()
  @Can('directory.steward')
  waiting(@CurrentActor() actor: Actor): Promise<CorrectionPage> {
    return this.corrections.waiting(actor);
  }

  /** What was found of it. */
  @Post(':id')
  @Can('directory.steward')
  @HttpCode(204)
  decide(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DecideCorrection): Promise<void> {
    return this.corrections.decide(actor, id, body);
  }
}
