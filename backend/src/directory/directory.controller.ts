import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { DecideConfidentiality, ReadUnreviewed, ReviewTerms, ServiceView, UnreviewedPage } from './directory.dto.js';
import { Directory } from './directory.service.js';
import { Steward } from './steward.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

@ApiTags('directory')
@Controller('api/directory')
export class DirectoryController {
  constructor(
    private readonly directory: Directory,
    private readonly steward: Steward,
  ) {}

  /** A listing with everything that may be shown of it. */
  @Get('services/:id')
  @Can('directory.read')
  service(@CurrentActor() actor: Actor, @Id() id: string): Promise<ServiceView> {
    return this.directory.service(actor, id);
  }

  /** Listings with suggested terms or places that an import hid. */
  @Get('unreviewed')
  @Can('directory.steward')
  unreviewed(@CurrentActor() actor: Actor, @Query() query: ReadUnreviewed): Promise<UnreviewedPage> {
    return this.steward.unreviewed(actor, query);
  }

  @Post('services/:id/terms')
  @Can('directory.steward')
  @HttpCode(204)
  review(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: ReviewTerms): Promise<void> {
    return this.steward.review(actor, id, body);
  }

  @Post('locations/:id/confidentiality')
  @Can('directory.steward')
  @HttpCode(204)
  decideConfidentiality(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: DecideConfidentiality): Promise<void> {
    return this.steward.decide(actor, id, body);
  }
}
