import { Module } from '@nestjs/common';
import { FollowUpModule } from '../../follow-up/index.js';
import { MatchingModule } from '../../matching/index.js';
import { PartnersModule } from '../../partners/index.js';
import { ReferralsModule } from '../../referrals/index.js';
import { SeedModule } from '../../seed/index.js';
import { Seats } from './seats.service.js';
import { Town } from './town.service.js';
import { Said, WritingBack } from './writing-back.service.js';

/** What exists at the practice desk alone. */
@Module({ imports: [FollowUpModule, MatchingModule, PartnersModule, ReferralsModule, SeedModule], providers: [Said, Seats, Town, WritingBack], exports: [Seats, Town] })
export class PracticeInsideModule {}
