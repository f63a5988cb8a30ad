import { Module } from '@nestjs/common';
import { ApiContractController } from './api-contract.controller.js';
import { AuditModule } from './audit/index.js';
import { DeskAppController } from './desk-app.controller.js';
import { DirectoryModule } from './directory/index.js';
import { FollowUpModule } from './follow-up/index.js';
import { HealthController } from './health.controller.js';
import { IntakeModule } from './intake/index.js';
import { InteropModule } from './interop/index.js';
import { MatchingModule } from './matching/index.js';
import { NotificationsModule } from './notifications/index.js';
import { PagesModule } from './pages/index.js';
import { PartnersModule } from './partners/index.js';
import { PeopleModule } from './people/index.js';
import { PlatformModule } from './platform/index.js';
import { PracticeModule } from './practice/index.js';
import { ReferralsModule } from './referrals/index.js';
import { ReportsModule } from './reports/index.js';
import { SeedModule } from './seed/index.js';
import { SettingsModule } from './settings/index.js';

/** The house, from the cellar up. */
@Module({
  controllers: [ApiContractController, HealthController, DeskAppController],
  imports: [PlatformModule, AuditModule, PeopleModule, SettingsModule, DirectoryModule, IntakeModule, MatchingModule, ReferralsModule, FollowUpModule, PartnersModule, NotificationsModule, ReportsModule, InteropModule, PagesModule, SeedModule, PracticeModule],
})
export class AppModule {}
