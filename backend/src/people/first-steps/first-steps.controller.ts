import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/index.js';
import { Can, CurrentActor } from '../can.js';
import { FirstStepsView, TakeFirstStep } from './first-steps.dto.js';
import { FirstSteps } from './first-steps.service.js';

@ApiTags('people')
@Controller('api/me/first-steps')
export class FirstStepsController {
  constructor(private readonly steps: FirstSteps) {}

  @Get()
  @Can('account.self')
  of(@CurrentActor() actor: Actor): Promise<FirstStepsView> {
    return this.steps.of(actor);
  }

  /** What was tried or put away is not offered again. */
  @Post()
  @Can('account.self')
  @HttpCode(204)
  take(@CurrentActor() actor: Actor, @Body() body: TakeFirstStep): Promise<void> {
    return this.steps.take(actor, body);
  }
}
