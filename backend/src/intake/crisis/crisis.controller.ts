import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import { IfMatch, type Actor } from '../../platform/index.js';
import { DraftView, SaveDraft } from '../note.dto.js';
import { CallSupervisor, CrisesView, EndCrisis, OpenCrisis, OpenCrisisView, TakeStep } from './crisis.dto.js';
import { CrisisDesk } from './crisis-desk.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

@ApiTags('intake')
@Controller('api')
export class CrisisController {
  constructor(private readonly desk: CrisisDesk) {}

  /** Records that go on at the desk. */
  @Get('crises')
  @Can('load.read')
  open(@CurrentActor() actor: Actor): Promise<OpenCrisisView[]> {
    return this.desk.going(actor);
  }

  @Get('inquiries/:id/crisis')
  @Can('inquiry.read')
  view(@CurrentActor() actor: Actor, @Id() id: string): Promise<CrisesView> {
    return this.desk.view(actor, id);
  }

  /** 409 where one is open already, or the request is not claimed. */
  @Post('inquiries/:id/crisis')
  @Can('crisis.keep')
  @HttpCode(204)
  begin(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: OpenCrisis): Promise<void> {
    return this.desk.open(actor, id, body);
  }

  /** 422 with the field where a milder step, a consent or a why is missing. */
  @Post('inquiries/:id/crisis/steps')
  @Can('crisis.keep')
  @HttpCode(204)
  take(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: TakeStep): Promise<void> {
    return this.desk.take(actor, id, { ...body, version });
  }

  /** Calls a supervisor in, or says who came. */
  @Post('inquiries/:id/crisis/supervisor')
  @Can('crisis.keep')
  @HttpCode(204)
  call(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: CallSupervisor): Promise<void> {
    return this.desk.call(actor, id, { ...body, version });
  }

  /** 422 with the field where a step, a supervisor or the confirmation of a rescue is missing. */
  @Post('inquiries/:id/crisis/end')
  @Can('crisis.keep')
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: EndCrisis): Promise<void> {
    return this.desk.end(actor, id, { ...body, version });
  }

  @Get('inquiries/:id/crisis/draft')
  @Can('crisis.keep')
  draft(@CurrentActor() actor: Actor, @Id() id: string): Promise<DraftView> {
    return this.desk.draft(actor, id);
  }

  /** 409 `draft.elsewhere` when another screen wrote since. */
  @Put('inquiries/:id/crisis/draft')
  @Can('crisis.keep')
  saveDraft(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SaveDraft): Promise<DraftView> {
    return this.desk.saveDraft(actor, id, body);
  }
}
