import { Module } from '@nestjs/common';
import { AgenciesController } from './agencies.controller.js';
import { Agencies } from './agencies.service.js';
import { Conflicts } from './conflicts/conflicts.service.js';
import { ConflictsController } from './conflicts/conflicts.controller.js';
import { DirectoryController } from './directory.controller.js';
import { Directory } from './directory.service.js';
import { DirectoryWriter } from './directory-writer.js';
import { Imports } from './imports.service.js';
import { ListingKeeper } from './listing-keeper.js';
import { OwnListings } from './own-listings.js';
import { DirectoryReference } from './reference.service.js';
import { Steward } from './steward.service.js';
import { TakingNewClock } from './taking-new-clock.js';
import { VerificationClock } from './verification/verification-clock.js';
import { VerificationController } from './verification/verification.controller.js';
import { Verification } from './verification/verification.service.js';

@Module({
  controllers: [AgenciesController, ConflictsController, DirectoryController, VerificationController],
  providers: [Agencies, Conflicts, Directory, DirectoryReference, DirectoryWriter, Imports, ListingKeeper, OwnListings, Steward, TakingNewClock, Verification, VerificationClock],
  exports: [Agencies, Directory, DirectoryReference, DirectoryWriter, Imports, ListingKeeper, OwnListings, Verification, VerificationClock],
})
export class DirectoryModule {}
