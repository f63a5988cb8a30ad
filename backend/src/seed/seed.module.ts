import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { IntakeModule } from '../intake/index.js';
import { InteropModule } from '../interop/index.js';
import { MatchingModule } from '../matching/index.js';
import { ReferralsModule } from '../referrals/index.js';
import { CountySeed } from './county/county-seed.js';
import { DemoAgencies } from './demo/agencies.js';
import { Demo } from './demo/demo.js';
import { DemoMark } from './demo/mark.js';
import { FirstStart } from './first-start.js';
import { ReferenceModule } from './reference/reference.module.js';
import { RoadEnds, RoadTeller, RoadTurns } from './stories/road.js';
import { Aftermath, Stories } from './stories/stories.js';
import { PartnersModule } from '../partners/index.js';

@Module({ imports: [DirectoryModule, IntakeModule, InteropModule, MatchingModule, PartnersModule, ReferenceModule, ReferralsModule], providers: [Aftermath, CountySeed, Demo, DemoAgencies, DemoMark, FirstStart, RoadEnds, RoadTeller, RoadTurns, Stories], exports: [Demo, FirstStart] })
export class SeedModule {}
