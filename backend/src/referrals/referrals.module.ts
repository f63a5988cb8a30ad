import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { IntakeModule } from '../intake/index.js';
import { MatchingModule } from '../matching/index.js';
import { CardBook } from './card-book.js';
import { Cards } from './cards.service.js';
import { Options } from './options.service.js';
import { OptionsReader } from './options-reader.js';
import { ReferralsController } from './referrals.controller.js';

@Module({ imports: [DirectoryModule, IntakeModule, MatchingModule], controllers: [ReferralsController], providers: [CardBook, Cards, Options, OptionsReader], exports: [Cards, Options] })
export class ReferralsModule {}
