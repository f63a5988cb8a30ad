import { Controller, Get, Header, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { QueuePage, ReadQueue } from '../../intake/index.js';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { LoadView } from './load.dto.js';
import { Load } from './load.service.js';

@ApiTags('reports')
@Controller('api/reports/load')
export class LoadController {
  constructor(private readonly load: Load) {}

  /** By person and by view. */
  @Get()
  @Can('load.read')
  now(@CurrentActor() actor: Actor): Promise<LoadView> {
    return this.load.now(actor);
  }

  /** The requests that a number counts: open, due, overdue, untouched or snoozed. */
  @Get(':person/:only')
  @Can('load.read')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: QueuePage })
  rows(@CurrentActor() actor: Actor, @Param('person', ParseUUIDPipe) person: string, @Param('only') only: string, @Query() { after, size }: ReadQueue): Promise<string> {
    return this.load.rows(actor, { person, only, after, size });
  }
}
