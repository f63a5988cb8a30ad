import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { ChangeView, DecideTwins, FindListings, FoundListing, ListingNoteView, SetStatus, TwinsView, WriteListingNote } from './care.dto.js';
import { ListingCare } from './listing-care.service.js';
import { Statuses } from './statuses.service.js';
import { Twins } from './twins.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

@ApiTags('directory')
@Controller('api/directory')
export class CareController {
  constructor(
    private readonly care: ListingCare,
    private readonly twins: Twins,
    private readonly statuses: Statuses,
  ) {}

  /** Listings of every status by name, misspelt as it may be, or by number. */
  @Get('listings')
  @Can('directory.read')
  find(@CurrentActor() actor: Actor, @Query() query: FindListings): Promise<FoundListing[]> {
    return this.care.find(actor, query);
  }

  /** What changed in a listing, the newest first. */
  @Get('services/:id/changes')
  @Can('directory.read')
  changes(@CurrentActor() actor: Actor, @Id() id: string): Promise<ChangeView[]> {
    return this.care.changes(actor, id);
  }

  /** What colleagues wrote of it; it never leaves the desk. */
  @Get('services/:id/notes')
  @Can('directory.read')
  notes(@CurrentActor() actor: Actor, @Id() id: string): Promise<ListingNoteView[]> {
    return this.care.notes(actor, id);
  }

  @Post('services/:id/notes')
  @Can('directory.read')
  @HttpCode(200)
  write(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: WriteListingNote): Promise<ListingNoteView[]> {
    return this.care.write(actor, id, body);
  }

  /** Whether it is there; no import changes it again. */
  @Post('services/:id/status')
  @Can('directory.steward')
  @HttpCode(204)
  status(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SetStatus): Promise<void> {
    return this.statuses.set(actor, id, body);
  }

  /** Listings that look like one. */
  @Get('twins')
  @Can('directory.steward')
  look(@CurrentActor() actor: Actor): Promise<TwinsView> {
    return this.twins.look(actor);
  }

  @Post('twins')
  @Can('directory.steward')
  @HttpCode(204)
  decide(@CurrentActor() actor: Actor, @Body() body: DecideTwins): Promise<void> {
    return this.twins.decide(actor, body);
  }

  @Post('twins/:id/undo')
  @Can('directory.steward')
  @HttpCode(204)
  undo(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.twins.undo(actor, id);
  }
}
