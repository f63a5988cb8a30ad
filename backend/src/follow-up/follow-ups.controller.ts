import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { FollowUpView } from './follow-up.dto.js';
import { FollowUps } from './follow-ups.service.js';

@ApiTags('follow-up')
@Controller('api/follow-ups')
export class FollowUpsController {
  constructor(private readonly followUps: FollowUps) {}

  @Get()
  @Can('follow-up.read')
  open(@CurrentActor() actor: Actor): Promise<FollowUpView[]> {
    return this.followUps.open(actor);
  }
}
