import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { ChangeCrisisLines, ChangeSettings, CrisisLineView, SettingsView } from './settings.dto.js';
import { Settings } from './settings.service.js';

@ApiTags('settings')
@Controller('api/settings')
export class SettingsController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @Can('settings.read')
  read(): Promise<SettingsView> {
    return this.settings.desk();
  }

  @Put()
  @Can('settings.change')
  change(@CurrentActor() actor: Actor, @Body() body: ChangeSettings): Promise<SettingsView> {
    return this.settings.change(actor, body);
  }

  @Get('crisis-lines')
  @Can('settings.read')
  lines(): Promise<CrisisLineView[]> {
    return this.settings.allLines();
  }

  @Put('crisis-lines')
  @Can('settings.change')
  changeLines(@CurrentActor() actor: Actor, @Body() body: ChangeCrisisLines): Promise<CrisisLineView[]> {
    return this.settings.changeLines(actor, body);
  }
}
