import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import { IfMatch, type Actor } from '../../platform/index.js';
import { KeepSavedView, MoveSavedView } from './saved-view.dto.js';
import { SavedViews } from './saved-views.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** Searches of the queue that are kept. A team's are changed by supervisors alone. */
@ApiTags('intake')
@Controller('api/queue/saved')
export class SavedViewsController {
  constructor(private readonly views: SavedViews) {}

  /** Version 0 makes it. 412 tells in `since` what stands there now. */
  @Put(':id')
  @Can('queue.change')
  @HttpCode(204)
  @ApiHeader({ name: 'if-match', required: true })
  keep(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: KeepSavedView): Promise<void> {
    return this.views.keep(actor, id, version, body);
  }

  @Post(':id/move')
  @Can('queue.change')
  @HttpCode(204)
  move(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: MoveSavedView): Promise<void> {
    return this.views.move(actor, id, body);
  }

  @Post(':id/away')
  @Can('queue.change')
  @HttpCode(204)
  @ApiHeader({ name: 'if-match', required: true })
  takeAway(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.views.takeAway(actor, id, version);
  }

  /** What was taken away, for a day. */
  @Post(':id/back')
  @Can('queue.change')
  @HttpCode(204)
  bringBack(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.views.bringBack(actor, id);
  }
}
