import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import { IfMatch, type Actor } from '../../platform/index.js';
import { AssignInquiry, GivenView, TakerView } from './assign.dto.js';
import { Assigning } from './assigning.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

@ApiTags('intake')
@Controller('api')
export class AssignController {
  constructor(private readonly assigning: Assigning) {}

  /** Everybody who works on requests: who is on duty first, then who has least. */
  @Get('queue/takers')
  @Can('queue.change')
  everybody(@CurrentActor() actor: Actor): Promise<TakerView[]> {
    return this.assigning.takers(actor, null);
  }

  /** Who may take this one. */
  @Get('inquiries/:id/takers')
  @Can('inquiry.assign')
  takers(@CurrentActor() actor: Actor, @Id() id: string): Promise<TakerView[]> {
    return this.assigning.takersOf(actor, id);
  }

  /** By who has it, or a supervisor. 412 when it was changed since it was read, 409 with the reason where it is not theirs to take. */
  @Post('inquiries/:id/assign')
  @Can('inquiry.assign')
  @ApiHeader({ name: 'if-match', required: true })
  @HttpCode(204)
  assign(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: AssignInquiry): Promise<void> {
    return this.assigning.assign(actor, id, { ...body, version });
  }

  /** Back within seconds, while nothing was done and they have not seen it; 409 `inquiry.undo-over` afterwards. */
  @Post('inquiries/:id/assign/undo')
  @Can('inquiry.assign')
  @HttpCode(204)
  undo(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.assigning.undo(actor, id);
  }

  /** What colleagues gave to the actor and they have not seen yet. */
  @Get('queue/given')
  @Can('queue.read')
  given(@CurrentActor() actor: Actor): Promise<GivenView[]> {
    return this.assigning.given(actor);
  }

  @Post('inquiries/:id/given/seen')
  @Can('inquiry.keep')
  @HttpCode(204)
  seen(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.assigning.seen(actor, id);
  }
}
