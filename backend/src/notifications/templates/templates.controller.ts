import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import { IfMatch, type Actor } from '../../platform/index.js';
import { ReadyTexts } from './ready-texts.service.js';
import { KeepTemplate, ReadyTextView, TemplateView, TriedTemplateView, TryTemplate } from './templates.dto.js';
import { Templates } from './templates.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** Words that are ready. */
@ApiTags('notifications')
@Controller('api')
export class TemplatesController {
  constructor(
    private readonly templates: Templates,
    private readonly ready: ReadyTexts,
  ) {}

  @Get('templates')
  @Can('template.change')
  all(@CurrentActor() actor: Actor): Promise<TemplateView[]> {
    return this.templates.all(actor);
  }

  /** The text exactly as it would be inserted, with invented values. Nothing is kept. */
  @Post('templates/try')
  @Can('template.change')
  @HttpCode(200)
  try(@Body() body: TryTemplate): TriedTemplateView {
    return this.templates.try(body);
  }

  /** Version 0 makes it. */
  @Put('templates/:id')
  @Can('template.change')
  @HttpCode(204)
  @ApiHeader({ name: 'if-match', required: true })
  keep(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: KeepTemplate): Promise<void> {
    return this.templates.keep(actor, id, version, body);
  }

  @Post('templates/:id/off')
  @Can('template.change')
  @HttpCode(204)
  @ApiHeader({ name: 'if-match', required: true })
  off(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.templates.off(actor, id, version);
  }

  /** Filled for this request, word for word, or why not. */
  @Get('inquiries/:id/ready-texts')
  @Can('note.write')
  for(@CurrentActor() actor: Actor, @Id() id: string): Promise<ReadyTextView[]> {
    return this.ready.for(actor, id);
  }
}
