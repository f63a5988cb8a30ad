import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { EditHours, HoursPreview, HoursView, WrittenHours } from './hours.dto.js';
import { HoursEditing } from './hours-editing.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** What a steward changes in a listing by forms of its own. Each change stands above its source and is taken back by one press. */
@ApiTags('directory')
@Controller('api/directory/services/:id')
export class EditingController {
  constructor(private readonly hoursOf: HoursEditing) {}

  /** When it is open, as it can be changed. */
  @Get('hours')
  @Can('directory.steward')
  hours(@CurrentActor() actor: Actor, @Id() id: string): Promise<HoursView> {
    return this.hoursOf.read(actor, id);
  }

  /** What people would read now. Nothing is written. */
  @Post('hours/preview')
  @Can('directory.steward')
  @HttpCode(200)
  previewHours(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: WrittenHours): Promise<HoursPreview> {
    return this.hoursOf.preview(actor, id, body);
  }

  @Post('hours')
  @Can('directory.steward')
  @HttpCode(200)
  editHours(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: EditHours): Promise<HoursView> {
    return this.hoursOf.change(actor, id, body);
  }
}
