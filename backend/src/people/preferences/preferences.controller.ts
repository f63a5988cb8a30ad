import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/index.js';
import { Can, CurrentActor } from '../can.js';
import { WorkPreferences } from './preferences.dto.js';
import { PreferencesService } from './preferences.service.js';

@ApiTags('people')
@Controller('api/me/preferences')
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get()
  @Can('account.self')
  of(@CurrentActor() actor: Actor): Promise<WorkPreferences> {
    return this.preferences.of(actor);
  }

  /** Replaces all of it: the last device wins. */
  @Put()
  @Can('account.self')
  keep(@CurrentActor() actor: Actor, @Body() body: WorkPreferences): Promise<WorkPreferences> {
    return this.preferences.keep(actor, body);
  }
}
