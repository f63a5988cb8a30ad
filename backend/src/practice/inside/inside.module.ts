import { Module } from '@nestjs/common';
import { SeedModule } from '../../seed/index.js';
import { Seats } from './seats.service.js';
import { Town } from './town.service.js';

/** What exists at the practice desk alone. */
@Module({ imports: [SeedModule], providers: [Seats, Town], exports: [Seats, Town] })
export class PracticeInsideModule {}
