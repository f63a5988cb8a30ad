import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { IntakeModule } from '../intake/index.js';
import { MatchingModule } from '../matching/index.js';
import { Accounting } from './accounting.service.js';
import { Aftermath } from './aftermath.js';
import { Answers } from './answers.service.js';
import { CardBook } from './card-book.js';
import { Cards } from './cards.service.js';
import { Disclosures } from './disclosures.service.js';
import { Doubts } from './doubts.service.js';
import { Options } from './options.service.js';
import { Farewell } from './farewell.service.js';
import { OptionsReader } from './options-reader.js';
import { OnBehalfController } from './on-behalf/on-behalf.controller.js';
import { OnBehalfs } from './on-behalf/on-behalf.service.js';
import { Previews } from './previews.service.js';
import { ReferController } from './refer.controller.js';
import { ReferralsController } from './referrals.controller.js';
import { ReferralsReader } from './referrals-reader.js';
import { Referrals } from './referrals.service.js';
import { Replies } from './replies.service.js';
import { Timing } from './timing.js';
import { Waiting } from './waiting.service.js';
import { Withdrawals } from './withdrawals.service.js';

@Module({
  imports: [DirectoryModule, IntakeModule, MatchingModule],
  controllers: [ReferController, ReferralsController, OnBehalfController],
  providers: [Accounting, Aftermath, Answers, CardBook, Cards, Disclosures, Doubts, Farewell, Options, OptionsReader, Previews, Referrals, ReferralsReader, Replies, Timing, Waiting, Withdrawals, OnBehalfs],
  exports: [Accounting, Answers, Cards, Disclosures, Farewell, Options, Previews, Referrals, Waiting, Withdrawals],
})
export class ReferralsModule {}
