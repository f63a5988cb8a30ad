import { Module } from '@nestjs/common';
import { IntakeModule } from '../intake/index.js';
import { ReferralsModule } from '../referrals/index.js';
import { Dues } from './dues.service.js';
import { Ends } from './ends.service.js';
import { FollowUps } from './follow-ups.service.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { Outcomes } from './outcomes.service.js';
import { Reactions } from './reactions.service.js';

@Module({
  imports: [IntakeModule, ReferralsModule],
  controllers: [FollowUpsController],
  providers: [Dues, Ends, FollowUps, Outcomes, Reactions],
  exports: [FollowUps, Outcomes],
})
export class FollowUpModule {}
