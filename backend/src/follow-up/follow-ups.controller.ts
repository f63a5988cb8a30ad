import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { FollowUpView, OutcomeView, SaidView, SayOutcome, TryPerson } from './follow-up.dto.js';
import { FollowUps } from './follow-ups.service.js';
import { Outcomes } from './outcomes.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

@ApiTags('follow-up')
@Controller('api')
export class FollowUpsController {
  constructor(
    private readonly followUps: FollowUps,
    private readonly outcomes: Outcomes,
  ) {}

  @Get('follow-ups')
  @Can('follow-up.read')
  open(@CurrentActor() actor: Actor): Promise<FollowUpView[]> {
    return this.followUps.open(actor);
  }

  /** 422 `channel.unsafe` when the person's plan forbids it; 409 after five tries. */
  @Post('follow-ups/:id/attempts')
  @Can('follow-up.work')
  @HttpCode(204)
  tryPerson(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: TryPerson): Promise<void> {
    return this.followUps.tryPerson(actor, id, body);
  }

  @Post('follow-ups/:id/done')
  @Can('follow-up.work')
  @HttpCode(204)
  done(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.followUps.done(actor, id);
  }

  @Get('inquiries/:id/outcomes')
  @Can('referral.read')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<OutcomeView[]> {
    return this.outcomes.list(actor, id);
  }

  /** What the person told. A "no" opens the need again. */
  @Post('referrals/:id/outcome')
  @Can('outcome.say')
  say(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SayOutcome): Promise<SaidView> {
    return this.outcomes.say(actor, id, body);
  }
}
