import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Accounts } from './accounts.service.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { CanGuard } from './can.guard.js';
import { Passwords } from './passwords.js';
import { RoutePolicies } from './route-policies.js';
import { SetUp } from './set-up.service.js';
import { Sessions } from './sessions.service.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [AuthController],
  providers: [Accounts, AuthService, Passwords, Sessions, SetUp, RoutePolicies, { provide: APP_GUARD, useClass: CanGuard }],
  exports: [Accounts, Sessions, SetUp, RoutePolicies],
})
export class PeopleModule {}
