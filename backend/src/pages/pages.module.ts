import { Module } from '@nestjs/common';
import { PersonOutcomes } from '../follow-up/index.js';
import { IntakeModule } from '../intake/index.js';
import { PartnersModule } from '../partners/index.js';
import { AgencyController, AgencyLinkController } from './agency/agency.controller.js';
import { AgencyJourney } from './agency/agency-journey.service.js';
import { ReferralPages } from './agency/referral-pages.service.js';
import { ReferralsModule } from '../referrals/index.js';
import { AskController } from './ask/ask.controller.js';
import { Journey } from './ask/journey.service.js';
import { Receipts } from './ask/receipts.service.js';
import { SendingRequests } from './ask/sending.service.js';
import { ErrorPages } from './error-pages.js';
import { Scenes } from './frame/scenes.service.js';
import { FrontDoorController, StandingController } from './standing.controller.js';
import { StandingPages } from './standing.service.js';
import { Visits } from './visit/visits.service.js';

@Module({
  imports: [IntakeModule, PartnersModule, ReferralsModule],
  controllers: [AgencyController, AgencyLinkController, AskController, FrontDoorController, StandingController],
  providers: [AgencyJourney, ErrorPages, Journey, PersonOutcomes, Receipts, ReferralPages, Scenes, SendingRequests, StandingPages, Visits],
})
export class PagesModule {}
