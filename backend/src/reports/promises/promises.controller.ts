import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { QueuePage, ReadQueue } from '../../intake/index.js';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { PromiseNumber, PromisesView } from './promises.dto.js';
import { PromisesReport } from './promises.service.js';

@ApiTags('reports')
@Controller('api/reports/promises')
export class PromisesController {
  constructor(private readonly promises: PromisesReport) {}

  /** First contacts promised in the last twelve weeks, by week and urgency. */
  @Get()
  @Can('promise.read')
  now(@CurrentActor() actor: Actor): Promise<PromisesView> {
    return this.promises.now(actor);
  }

  /** The requests that a number counts: kept, missed, open, ended or none; of a week (its Monday) and an urgency (0 to 3), or `all`. */
  @Get(':figure/:week/:urgency')
  @Can('promise.read')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: QueuePage })
  rows(@CurrentActor() actor: Actor, @Param() number: PromiseNumber, @Query() page: ReadQueue): Promise<string> {
    return this.promises.rows(actor, number, page);
  }
}
