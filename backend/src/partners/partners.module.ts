import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { ReferralsModule } from '../referrals/index.js';
import { ApplicationsController } from './applications/applications.controller.js';
import { ListingMakings } from './applications/listing-makings.service.js';
import { Applications } from './applications/applications.service.js';
import { Answering } from './answering.service.js';
import { Doors } from './doors.service.js';
import { Links } from './links.service.js';
import { BatchDecisions } from './listings/batch-decisions.service.js';
import { Batches } from './listings/batches.service.js';
import { Drafting } from './listings/drafting.service.js';
import { ListingKeeping } from './listings/keeping.service.js';
import { ListingCopies } from './listings/listing-copies.js';
import { ListingEffects } from './listings/listing-effects.js';
import { ProposalsController } from './listings/proposals.controller.js';
import { Proposals } from './listings/proposals.service.js';
import { Editing } from './listings/editing.service.js';
import { QuickPublishing } from './listings/quick-publishing.service.js';
import { DeskMembers } from './members/desk-members.service.js';
import { Inboxes } from './members/inbox.service.js';
import { MemberChallenges } from './members/member-challenges.service.js';
import { MemberDoors } from './members/member-doors.service.js';
import { MemberKnocks } from './members/member-knocks.service.js';
import { MemberLinks } from './members/member-links.service.js';
import { MemberPasskeys } from './members/member-passkeys.service.js';
import { MemberSessions } from './members/member-sessions.service.js';
import { MembersController } from './members/members.controller.js';
import { Members } from './members/members.service.js';
import { PasskeyChecks } from './members/passkey-checks.service.js';
import { PasskeyDoors } from './members/passkey-doors.service.js';
import { PasskeyProofs } from './members/passkey-proofs.js';
import { Receipts } from './receipts.service.js';
import { Publishings } from './listings/publishings.service.js';

/** What agencies do here: by links without accounts, or in an account for who wants one, on a database role that sees their own rows alone. */
@Module({
  imports: [DirectoryModule, ReferralsModule],
  controllers: [ApplicationsController, MembersController, ProposalsController],
  providers: [Answering, Applications, ListingMakings, BatchDecisions, Batches, DeskMembers, Doors, Drafting, Editing, Inboxes, Links, ListingCopies, ListingEffects, ListingKeeping, MemberChallenges, MemberDoors, MemberKnocks, MemberLinks, MemberPasskeys, Members, MemberSessions, PasskeyChecks, PasskeyDoors, PasskeyProofs, Proposals, Publishings, QuickPublishing, Receipts],
  exports: [Answering, Applications, Batches, Doors, Drafting, Inboxes, Links, ListingKeeping, MemberDoors, MemberKnocks, MemberLinks, MemberPasskeys, Members, MemberSessions, PasskeyDoors, Receipts],
})
export class PartnersModule {}
