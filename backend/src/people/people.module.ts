import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Accounts } from './accounts.service.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { CanGuard } from './can.guard.js';
import { FirstStepsController } from './first-steps/first-steps.controller.js';
import { FirstSteps } from './first-steps/first-steps.service.js';
import { Passwords } from './passwords.js';
import { PreferencesController } from './preferences/preferences.controller.js';
import { PreferencesService } from './preferences/preferences.service.js';
import { RoutePolicies } from './route-policies.js';
import { SetUp } from './set-up.service.js';
import { Sessions } from './sessions.service.js';
import { LinkController } from './staff/link.controller.js';
import { Links } from './staff/links.service.js';
import { StaffController } from './staff/staff.controller.js';
import { Staff } from './staff/staff.service.js';
import { Tries } from './tries.service.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [AuthController, FirstStepsController, LinkController, PreferencesController, StaffController],
  providers: [Accounts, AuthService, FirstSteps, Passwords, PreferencesService, Sessions, SetUp, Links, Staff, Tries, RoutePolicies, { provide: APP_GUARD, useClass: CanGuard }],
  exports: [Accounts, FirstSteps, Links, Sessions, SetUp, RoutePolicies, Tries],
})
export class PeopleModule {}
