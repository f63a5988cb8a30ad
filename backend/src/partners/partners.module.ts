import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { ReferralsModule } from '../referrals/index.js';
import { Answering } from './answering.service.js';
import { Doors } from './doors.service.js';
import { Links } from './links.service.js';

/** What agencies do here: by links, without accounts, on a database role that sees their own rows alone. */
@Module({ imports: [DirectoryModule, ReferralsModule], providers: [Answering, Doors, Links], exports: [Answering, Doors, Links] })
export class PartnersModule {}
