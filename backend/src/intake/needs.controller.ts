import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import { IfMatch, type Actor } from '../platform/index.js';
import { EndNeed } from './inquiry.dto.js';
import { Needs } from './needs.service.js';
import { CloseInquiry } from './tasks/task.dto.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** How needs and requests end. Each call names the version it read: 428 without, 412 when it changed. */
@ApiTags('intake')
@ApiHeader({ name: 'if-match', required: true })
@Controller('api')
export class NeedsController {
  constructor(private readonly needs: Needs) {}

  @Post('needs/:id/end')
  @Can('need.end')
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: EndNeed): Promise<void> {
    return this.needs.end(actor, id, version, body);
  }

  @Post('needs/:id/reopen')
  @Can('need.end')
  @HttpCode(204)
  reopen(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.needs.reopen(actor, id, version);
  }

  /** 409 while a need goes on, or it is not said what becomes of each open task. */
  @Post('inquiries/:id/close')
  @Can('inquiry.close')
  @HttpCode(204)
  close(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: CloseInquiry): Promise<void> {
    return this.needs.close(actor, id, version, body);
  }
}
