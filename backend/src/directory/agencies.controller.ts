import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import { IfMatch, type Actor } from '../platform/index.js';
import { Agencies } from './agencies.service.js';
import { AgencyPage, AgencyView, ChangeAgency, ReadAgencies } from './agency.dto.js';

@ApiTags('directory')
@Controller('api/agencies')
export class AgenciesController {
  constructor(private readonly agencies: Agencies) {}

  @Get()
  @Can('agency.read')
  page(@CurrentActor() actor: Actor, @Query() query: ReadAgencies): Promise<AgencyPage> {
    return this.agencies.page(actor, query);
  }

  /** `If-Match: 0` for an organization that had no address yet. */
  @Put(':id')
  @Can('agency.change')
  @ApiHeader({ name: 'if-match', required: true })
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @Body() body: ChangeAgency): Promise<AgencyView> {
    return this.agencies.change(actor, id, version, body);
  }

  /** Asks the agency by mail whether its listings are still right; 409 without an address or when it was asked within a day. */
  @Post(':id/ask-listing')
  @Can('agency.change')
  @HttpCode(200)
  askListing(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AgencyView> {
    return this.agencies.askListing(actor, id);
  }
}
