import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { ChangeCrisisLines, ChangeSettings, CrisisLineView, DeskView, SettingsView } from './settings.dto.js';
import { Settings } from './settings.service.js';

@ApiTags('settings')
@Controller('api')
export class SettingsController {
  constructor(private readonly settings: Settings) {}

  /** Name and zone, for every screen. */
  @Get('desk')
  @Can('account.self')
  about(): Promise<DeskView> {
    return this.settings.about();
  }

  @Get('settings')
  @Can('settings.read')
  read(): Promise<SettingsView> {
    return this.settings.desk();
  }

  @Put('settings')
  @Can('settings.change')
  change(@CurrentActor() actor: Actor, @Body() body: ChangeSettings): Promise<SettingsView> {
    return this.settings.change(actor, body);
  }

  @Get('settings/crisis-lines')
  @Can('settings.read')
  lines(): Promise<CrisisLineView[]> {
    return this.settings.allLines();
  }

  @Put('settings/crisis-lines')
  @Can('settings.change')
  changeLines(@CurrentActor() actor: Actor, @Body() body: ChangeCrisisLines): Promise<CrisisLineView[]> {
    return this.settings.changeLines(actor, body);
  }
}
