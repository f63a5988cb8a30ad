import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { ShowPresence } from './presence.dto.js';
import { Presence } from './presence.service.js';

@ApiTags('intake')
@Controller('api')
export class PresenceController {
  constructor(private readonly presence: Presence) {}

  /** Sent by each open screen every few seconds; who looks is told in the stream of events. */
  @Put('inquiries/:id/presence')
  @Can('queue.read')
  @HttpCode(204)
  show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ShowPresence): Promise<void> {
    return this.presence.show(actor, id, body);
  }
}
