import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { AreasEditing } from './areas-editing.service.js';
import { AreasView, EditAreas, ServesView, TryAreas } from './areas.dto.js';
import { EditHours, HoursPreview, HoursView, WrittenHours } from './hours.dto.js';
import { HoursEditing } from './hours-editing.service.js';
import { DecideInclusion, InclusionView } from './inclusion.dto.js';
import { Inclusions } from './inclusions.service.js';
import { PeerEditing } from './peer-editing.service.js';
import { EditablePeer, EditPeer } from './peer.dto.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** What a steward changes in a listing by forms of its own. Each change stands above its source and is taken back by one press. */
@ApiTags('directory')
@Controller('api/directory/services/:id')
export class EditingController {
  constructor(
    private readonly hoursOf: HoursEditing,
    private readonly areasOf: AreasEditing,
    private readonly peerOf: PeerEditing,
    private readonly inclusions: Inclusions,
  ) {}

  /** When it is open, as it can be changed. */
  @Get('hours')
  @Can('directory.steward')
  hours(@CurrentActor() actor: Actor, @Id() id: string): Promise<HoursView> {
    return this.hoursOf.read(actor, id);
  }

  /** What people would read now. Nothing is written. */
  @Post('hours/preview')
  @Can('directory.steward')
  @HttpCode(200)
  previewHours(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: WrittenHours): Promise<HoursPreview> {
    return this.hoursOf.preview(actor, id, body);
  }

  @Post('hours')
  @Can('directory.steward')
  @HttpCode(200)
  editHours(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: EditHours): Promise<HoursView> {
    return this.hoursOf.change(actor, id, body);
  }

  /** Whom it takes people from. */
  @Get('areas')
  @Can('directory.steward')
  areas(@CurrentActor() actor: Actor, @Id() id: string): Promise<AreasView> {
    return this.areasOf.read(actor, id);
  }

  /** Whether areas would hold a ZIP code. Nothing is written. */
  @Post('areas/try')
  @Can('directory.steward')
  @HttpCode(200)
  tryAreas(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: TryAreas): Promise<ServesView> {
    return this.areasOf.tries(actor, id, body);
  }

  @Post('areas')
  @Can('directory.steward')
  @HttpCode(200)
  editAreas(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: EditAreas): Promise<AreasView> {
    return this.areasOf.change(actor, id, body);
  }

  /** What it declares of its peer support. */
  @Get('peer')
  @Can('directory.steward')
  peer(@CurrentActor() actor: Actor, @Id() id: string): Promise<EditablePeer> {
    return this.peerOf.read(actor, id);
  }

  @Post('peer')
  @Can('directory.steward')
  @HttpCode(200)
  editPeer(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: EditPeer): Promise<EditablePeer> {
    return this.peerOf.change(actor, id, body);
  }

  /** Whether it belongs into the directory, and who said so. */
  @Get('inclusion')
  @Can('directory.steward')
  inclusion(@CurrentActor() actor: Actor, @Id() id: string): Promise<InclusionView> {
    return this.inclusions.read(actor, id);
  }

  @Post('inclusion')
  @Can('directory.steward')
  @HttpCode(200)
  decideInclusion(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: DecideInclusion): Promise<InclusionView> {
    return this.inclusions.decide(actor, id, body);
  }
}
