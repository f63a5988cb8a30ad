import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { AuditModule } from './audit/index.js';
import { IntakeModule } from './intake/index.js';
import { PeopleModule } from './people/index.js';
import { PlatformModule } from './platform/index.js';
import { SettingsModule } from './settings/index.js';

/** The house, from the cellar up. */
@Module({
  controllers: [HealthController],
  imports: [PlatformModule, AuditModule, PeopleModule, SettingsModule, IntakeModule],
})
export class AppModule {}
