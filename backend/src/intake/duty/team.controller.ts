import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { SayDuty, ShiftNoteView, TeamMemberView, WriteShiftNote } from './team.dto.js';
import { Team } from './team.service.js';

@ApiTags('intake')
@Controller('api/team')
export class TeamController {
  constructor(private readonly team: Team) {}

  /** Who works on requests, who is on duty first. */
  @Get()
  @Can('queue.read')
  everybody(@CurrentActor() actor: Actor): Promise<TeamMemberView[]> {
    return this.team.everybody(actor);
  }

  /** One's own. It ends by itself at the desk's closing time and with the session. */
  @Put('duty')
  @Can('queue.change')
  @HttpCode(204)
  say(@CurrentActor() actor: Actor, @Body() body: SayDuty): Promise<void> {
    return this.team.say(actor, body);
  }

  @Get('notes')
  @Can('queue.read')
  notes(@CurrentActor() actor: Actor): Promise<ShiftNoteView[]> {
    return this.team.notes(actor);
  }

  /** Shown on top of the queue until the end of the next day. */
  @Post('notes')
  @Can('queue.change')
  @HttpCode(204)
  write(@CurrentActor() actor: Actor, @Body() body: WriteShiftNote): Promise<void> {
    return this.team.write(actor, body);
  }

  /** By its author or a supervisor. */
  @Post('notes/:noteId/take-away')
  @Can('queue.change')
  @HttpCode(204)
  takeAway(@CurrentActor() actor: Actor, @Param('noteId', ParseUUIDPipe) noteId: string): Promise<void> {
    return this.team.takeAway(actor, noteId);
  }
}
