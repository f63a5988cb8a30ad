import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { CrisisLineView } from '../settings/index.js';
import { DecideUrgency, UrgencyCounts } from './urgency-hints.dto.js';
import { UrgencyHints } from './urgency-hints.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

@ApiTags('intake')
@Controller('api')
export class UrgencyController {
  constructor(private readonly hints: UrgencyHints) {}

  /** What a person decided about words that sounded urgent; it can be decided anew. Nothing is withheld and nothing moves by it. */
  @Post('inquiries/:id/urgency')
  @Can('note.write')
  @HttpCode(204)
  decide(@CurrentActor() actor: Actor, @Id() id: string, @Body() { decision }: DecideUrgency): Promise<void> {
    return this.hints.decide(actor, id, decision);
  }

  /** The desk's crisis lines for this request. */
  @Get('inquiries/:id/crisis-lines')
  @Can('inquiry.read')
  lines(@CurrentActor() actor: Actor, @Id() id: string): Promise<CrisisLineView[]> {
    return this.hints.lines(actor, id);
  }

  /** How often words sounded urgent in the last 90 days, and what people decided: so false hints are counted. */
  @Get('reports/urgency-hints')
  @Can('directory.read')
  counts(@CurrentActor() actor: Actor): Promise<UrgencyCounts[]> {
    return this.hints.counts(actor);
  }
}
