import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import { IfMatch, type Actor } from '../../platform/index.js';
import { ApplicationsView, DecideApplication, MadeListing, MakeListing } from './application.dto.js';
import { ListingMakings } from './listing-makings.service.js';
import { Applications } from './applications.service.js';

/** Places that want to be listed, for stewards. */
@ApiTags('directory')
@Controller('api/directory/applications')
export class ApplicationsController {
  constructor(
    private readonly applications: Applications,
    private readonly makings: ListingMakings,
  ) {}

  @Get()
  @Can('directory.steward')
  list(@CurrentActor() actor: Actor): Promise<ApplicationsView> {
    return this.applications.list(actor);
  }

  /** Lists the place or not; the second decision, on an appeal, is somebody else's. */
  @Post(':id/decision')
  @Can('directory.steward')
  @HttpCode(200)
  @ApiHeader({ name: 'if-match', required: true })
  decide(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @Body() body: DecideApplication): Promise<ApplicationsView> {
    return this.applications.decide(actor, id, version, body);
  }

  /** Makes the draft of its listing, once; afterwards it answers with the one that was made. */
  @Post(':id/listing')
  @Can('directory.steward')
  @HttpCode(200)
  listing(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: MakeListing): Promise<MadeListing> {
    return this.makings.make(actor, id, body);
  }
}
