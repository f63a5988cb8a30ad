import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { PracticeView, StartAgain } from './practice.dto.js';
import { Practice } from './practice.service.js';

@ApiTags('practice')
@Controller('api/practice')
export class PracticeController {
  constructor(private readonly practice: Practice) {}

  @Get()
  @Can('practice.use')
  view(@CurrentActor() actor: Actor): Promise<PracticeView> {
    return this.practice.view(actor);
  }

  /** Gets the practice desk ready. It stands at `/practice` once the state is `ready`. */
  @Post()
  @Can('practice.use')
  @HttpCode(200)
  begin(@CurrentActor() actor: Actor): Promise<PracticeView> {
    return this.practice.begin(actor);
  }

  /** Makes it anew: what was practised is gone. */
  @Post('again')
  @Can('practice.use')
  @HttpCode(200)
  again(@CurrentActor() actor: Actor, @Body() body: StartAgain): Promise<PracticeView> {
    return this.practice.again(actor, body);
  }
}
