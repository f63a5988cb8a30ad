import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import { IfMatch, type Actor } from '../../platform/index.js';
import { EditableListing, EditField } from './edit.dto.js';
import { Editing } from './editing.service.js';
import { Publishings } from './publishings.service.js';
import { BatchDecisions } from './batch-decisions.service.js';
import { DecidedView, DecideProposal, ProposalsView, SheetDone } from './proposal.dto.js';
import { Proposals } from './proposals.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** What agencies want changed, for stewards. Stewards cannot propose, so nobody decides on their own proposal. */
@ApiTags('directory')
@Controller('api/directory')
export class ProposalsController {
  constructor(
    private readonly proposals: Proposals,
    private readonly publishings: Publishings,
    private readonly editing: Editing,
    private readonly batches: BatchDecisions,
  ) {}

  /** Open proposals, and what was published lately. */
  @Get('proposals')
  @Can('directory.steward')
  open(@CurrentActor() actor: Actor): Promise<ProposalsView> {
    return this.proposals.open(actor);
  }

  /** Decides on every field, and publishes what is accepted. */
  @Post('proposals/:id/decision')
  @Can('directory.steward')
  @HttpCode(200)
  @ApiHeader({ name: 'if-match', required: true })
  decide(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: DecideProposal): Promise<DecidedView> {
    return this.publishings.decide(actor, id, version, body);
  }

  /** The parts of a listing that a steward can change, as lines. */
  @Get('services/:id/own')
  @Can('directory.steward')
  editable(@CurrentActor() actor: Actor, @Id() id: string): Promise<EditableListing> {
    return this.editing.read(actor, id);
  }

  /** A steward's own change of one part. It verifies nothing. */
  @Post('services/:id/own')
  @Can('directory.steward')
  @HttpCode(200)
  edit(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: EditField): Promise<EditableListing> {
    return this.editing.change(actor, id, body);
  }

  /** Puts a listing back as it was before its last publishing. */
  @Post('publishings/:id/revert')
  @Can('directory.steward')
  @HttpCode(204)
  revert(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.publishings.revert(actor, id);
  }

  /** Takes over all of a sheet that needs no look of its own. */
  @Post('sheets/:id/accept')
  @Can('directory.steward')
  @HttpCode(200)
  acceptSheet(@CurrentActor() actor: Actor, @Id() id: string): Promise<SheetDone> {
    return this.batches.accept(actor, id);
  }

  /** Puts all listings of a sheet back as they were. */
  @Post('sheets/:id/revert')
  @Can('directory.steward')
  @HttpCode(200)
  revertSheet(@CurrentActor() actor: Actor, @Id() id: string): Promise<SheetDone> {
    return this.batches.revert(actor, id);
  }
}
