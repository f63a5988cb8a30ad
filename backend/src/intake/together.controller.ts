import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { Merges } from './merges.service.js';
import { Ties } from './ties.service.js';
import { SayTie, TogetherView } from './together.dto.js';
import { Together } from './together.service.js';

const Id = (name = 'id'): ParameterDecorator => Param(name, ParseUUIDPipe);

@ApiTags('intake')
@Controller('api/inquiries/:id')
export class TogetherController {
  constructor(
    private readonly together: Together,
    private readonly ties: Ties,
    private readonly merges: Merges,
  ) {}

  /** What may be one with this request, what staff said of it, and what was merged. A hint for staff, never told to anybody else. */
  @Get('together')
  @Can('inquiry.read')
  view(@CurrentActor() actor: Actor, @Id() id: string): Promise<TogetherView> {
    return this.together.view(actor, id);
  }

  /** They belong together, or are two after all. It moves nothing. */
  @Post('ties/:otherId')
  @Can('inquiry.link')
  @HttpCode(204)
  say(@CurrentActor() actor: Actor, @Id() id: string, @Id('otherId') otherId: string, @Body() { kind }: SayTie): Promise<void> {
    return this.ties.say(actor, { id, otherId }, kind);
  }

  @Post('ties/:otherId/end')
  @Can('inquiry.link')
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @Id() id: string, @Id('otherId') otherId: string): Promise<void> {
    return this.ties.end(actor, { id, otherId });
  }

  /** This one stays; the other is closed as merged into it. 409 says what speaks against it. */
  @Post('merged/:otherId')
  @Can('inquiry.merge')
  @HttpCode(204)
  merge(@CurrentActor() actor: Actor, @Id() keptId: string, @Id('otherId') goneId: string): Promise<void> {
    return this.merges.merge(actor, { keptId, goneId });
  }

  /** Two again; `id` is the one that was merged away. 409 after 30 days. */
  @Post('unmerge')
  @Can('inquiry.merge')
  @HttpCode(204)
  undo(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.merges.undo(actor, id);
  }
}
