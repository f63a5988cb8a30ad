import { Module } from '@nestjs/common';
import { AgenciesController } from './agencies.controller.js';
import { Conflicts } from './conflicts/conflicts.service.js';
import { ConflictsController } from './conflicts/conflicts.controller.js';
import { CareController } from './care/care.controller.js';
import { ListingCare } from './care/listing-care.service.js';
import { Statuses } from './care/statuses.service.js';
import { Twins } from './care/twins.service.js';
import { CorrectionsController } from './corrections/corrections.controller.js';
import { Corrections } from './corrections/corrections.service.js';
import { CrisisLines } from './crisis-lines.js';
import { DirectoryController } from './directory.controller.js';
import { DirectoryImportsModule } from './directory-imports.module.js';
import { Directory } from './directory.service.js';
import { PublicList } from './find/public-list.service.js';
import { AreasEditing } from './editing/areas-editing.service.js';
import { EditingController } from './editing/editing.controller.js';
import { HoursEditing } from './editing/hours-editing.service.js';
import { Inclusions } from './editing/inclusions.service.js';
import { NewListings } from './editing/new-listings.service.js';
import { PartEditing } from './editing/part-editing.service.js';
import { PeerEditing } from './editing/peer-editing.service.js';
import { ListingKeeper } from './listing-keeper.js';
import { OwnListings } from './own-listings.js';
import { Outlines } from './outlines.js';
import { ListingPool } from './pool/listing-pool.js';
import { PlacesController } from './places.controller.js';
import { Steward } from './steward.service.js';
import { HistoryClock } from './history-clock.js';
import { TakingNewClock } from './taking-new-clock.js';
import { VerificationController } from './verification/verification.controller.js';
import { VocabulariesController } from './vocabulary/vocabularies.controller.js';

@Module({
  imports: [DirectoryImportsModule],
  controllers: [AgenciesController, CareController, ConflictsController, CorrectionsController, DirectoryController, EditingController, PlacesController, VerificationController, VocabulariesController],
  providers: [AreasEditing, Conflicts, Corrections, CrisisLines, Directory, HistoryClock, HoursEditing, Inclusions, ListingCare, ListingKeeper, ListingPool, NewListings, Outlines, OwnListings, PartEditing, PeerEditing, PublicList, Statuses, Steward, TakingNewClock, Twins],
  exports: [Corrections, CrisisLines, Directory, DirectoryImportsModule, ListingKeeper, NewListings, Outlines, OwnListings, PublicList],
})
export class DirectoryModule {}
