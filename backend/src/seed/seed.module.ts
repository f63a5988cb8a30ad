import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { IntakeModule } from '../intake/index.js';
import { InteropModule } from '../interop/index.js';
import { MatchingModule } from '../matching/index.js';
import { ReferralsModule } from '../referrals/index.js';
import { CountySeed } from './county/county-seed.js';
import { Demo } from './demo/demo.js';
import { FirstStart } from './first-start.js';
import { ReferenceSeed } from './reference/reference.js';
import { Aftermath, Stories } from './stories/stories.js';

@Module({ imports: [DirectoryModule, IntakeModule, InteropModule, MatchingModule, ReferralsModule], providers: [Aftermath, CountySeed, Demo, FirstStart, ReferenceSeed, Stories], exports: [Demo, FirstStart] })
export class SeedModule {}
