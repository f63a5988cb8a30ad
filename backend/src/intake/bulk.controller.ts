import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { BulkView, DoBulk, TryBulk } from './bulk.dto.js';
import { BulkActs } from './bulk.service.js';

@ApiTags('intake')
@Controller('api/queue/bulk')
export class BulkController {
  constructor(private readonly acts: BulkActs) {}

  /** A dry run: what would become of each, with its version. Writes nothing. */
  @Post('try')
  @Can('queue.change')
  @HttpCode(200)
  try(@CurrentActor() actor: Actor, @Body() body: TryBulk): Promise<BulkView> {
    return this.acts.try(actor, body);
  }

  /** Each row by the rule of the act on one request; what is refused says why. */
  @Post()
  @Can('queue.change')
  @HttpCode(200)
  do(@CurrentActor() actor: Actor, @Body() body: DoBulk): Promise<BulkView> {
    return this.acts.do(actor, body);
  }

  /** All of it back, but for what somebody changed since. One's own, for a day. */
  @Post(':key/undo')
  @Can('queue.change')
  @HttpCode(200)
  undo(@CurrentActor() actor: Actor, @Param('key', ParseUUIDPipe) key: string): Promise<BulkView> {
    return this.acts.undo(actor, key);
  }
}
