import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { BulkView } from '../bulk.dto.js';
import { HandOverShift } from './hand-over.dto.js';
import { HandOver } from './hand-over.service.js';

@ApiTags('intake')
@Controller('api/queue')
export class HandOverController {
  constructor(private readonly handOver: HandOver) {}

  /** Each request by its own rule; what is refused says why and is as it was, its note too. Taken back like an act on many, by its key. */
  @Post('hand-over')
  @Can('queue.change')
  @HttpCode(200)
  do(@CurrentActor() actor: Actor, @Body() body: HandOverShift): Promise<BulkView> {
    return this.handOver.do(actor, body);
  }
}
