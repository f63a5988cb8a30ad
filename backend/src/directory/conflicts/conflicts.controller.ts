import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { ConflictDecided, ConflictView, DecideConflict } from './conflict.dto.js';
import { Conflicts } from './conflicts.service.js';

@ApiTags('directory')
@Controller('api/directory/conflicts')
export class ConflictsController {
  constructor(private readonly conflicts: Conflicts) {}

  /** Where a source says otherwise than what was published here, the oldest first. */
  @Get()
  @Can('directory.steward')
  open(@CurrentActor() actor: Actor): Promise<ConflictView[]> {
    return this.conflicts.open(actor);
  }

  /** Keeps ours, or takes the source's. A crisis line's number and description need two stewards. */
  @Post(':id/decide')
  @Can('directory.steward')
  @HttpCode(200)
  decide(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { choice }: DecideConflict): Promise<ConflictDecided> {
    return this.conflicts.decide(actor, id, choice);
  }
}
