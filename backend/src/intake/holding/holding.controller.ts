import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { AutoReturn } from './auto-return.service.js';
import { ClaimUndo } from './claim-undo.service.js';
import { ReturningView } from './holding.dto.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

@ApiTags('intake')
@Controller('api')
export class HoldingController {
  constructor(
    private readonly claims: ClaimUndo,
    private readonly returns: AutoReturn,
  ) {}

  /** Takes one's own claim back within seconds, while nothing was done; 409 `inquiry.undo-over` afterwards. */
  @Post('inquiries/:id/claim/undo')
  @Can('inquiry.release')
  @HttpCode(204)
  undo(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.claims.undo(actor, id);
  }

  /** The actor's requests that go back to the queue soon, as nothing was done in them. */
  @Get('queue/returning')
  @Can('queue.read')
  returning(@CurrentActor() actor: Actor): Promise<ReturningView[]> {
    return this.returns.returning(actor);
  }

  @Post('inquiries/:id/keep')
  @Can('inquiry.keep')
  @HttpCode(204)
  keep(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.returns.keep(actor, id);
  }
}
