import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { FollowUpModule } from '../follow-up/index.js';
import { IntakeModule } from '../intake/index.js';
import { MatchingModule } from '../matching/index.js';
import { PartnersModule } from '../partners/index.js';
import { AgenciesPagesController, ApplicationLinkController } from './agencies/agencies.controller.js';
import { ApplyPages } from './agencies/apply-pages.service.js';
import { AgencyController, AgencyLinkController } from './agency/agency.controller.js';
import { AgencyPreviewsController } from './agency/agency-previews.controller.js';
import { AgencyPreviews } from './agency/agency-previews.service.js';
import { AgencyJourney } from './agency/agency-journey.service.js';
import { AgencyRooms } from './agency/agency-rooms.service.js';
import { InboxPages } from './agency/member/inbox-pages.service.js';
import { MemberController } from './agency/member/member.controller.js';
import { MemberJourney } from './agency/member/member-journey.service.js';
import { MemberRooms } from './agency/member/member-rooms.service.js';
import { PasskeyPages } from './agency/member/passkey-pages.service.js';
import { ProofPages } from './agency/member/proof-pages.service.js';
import { SignInPages } from './agency/member/sign-in-pages.service.js';
import { TeamPages } from './agency/member/team-pages.service.js';
import { ListingScreen } from './agency/listing/listing-screen.service.js';
import { ReviewPages } from './agency/listing/review-pages.service.js';
import { RoomPages } from './agency/listing/room-pages.service.js';
import { ReceiptPages } from './agency/receipt-pages.service.js';
import { SheetPages } from './agency/sheet/sheet-pages.service.js';
import { ListingPages } from './agency/listing/listing-pages.service.js';
import { ReferralPages } from './agency/referral-pages.service.js';
import { ReferralsModule } from '../referrals/index.js';
import { AskController } from './ask/ask.controller.js';
import { Journey } from './ask/journey.service.js';
import { Meanings } from './ask/meanings.service.js';
import { Receipts } from './ask/receipts.service.js';
import { ScriptController } from './ask/script.controller.js';
import { Scripts } from './ask/scripts.service.js';
import { SendingRequests } from './ask/sending.service.js';
import { ErrorPages } from './error-pages.js';
import { FindController } from './find/find.controller.js';
import { FindPages } from './find/find-pages.service.js';
import { Found } from './find/found.service.js';
import { Hearing } from './find/hearing.service.js';
import { ListPages } from './find/list-pages.service.js';
import { Searches } from './find/searches.service.js';
import { WrongPages } from './find/wrong-pages.service.js';
import { ChoosingSteps } from './follow/choosing.service.js';
import { CorrectingSteps } from './follow/correcting.service.js';
import { FollowController } from './follow/follow.controller.js';
import { FollowSteps } from './follow/follow-steps.service.js';
import { Following } from './follow/following.service.js';
import { LeavingSteps } from './follow/leaving.service.js';
import { Pictures } from './follow/pictures.service.js';
import { Stays } from './follow/stays.service.js';
import { TellingSteps } from './follow/telling.service.js';
import { Scenes } from './frame/scenes.service.js';
import { FrontDoorController, StandingController } from './standing.controller.js';
import { StandingPages } from './standing.service.js';
import { Visits } from './visit/visits.service.js';

@Module({
  imports: [DirectoryModule, FollowUpModule, IntakeModule, MatchingModule, PartnersModule, ReferralsModule],
  controllers: [AgenciesPagesController, AgencyController, AgencyLinkController, AgencyPreviewsController, ApplicationLinkController, AskController, FindController, FollowController, FrontDoorController, MemberController, ScriptController, StandingController],
  providers: [AgencyJourney, AgencyPreviews, AgencyRooms, ApplyPages, ChoosingSteps, CorrectingSteps, ErrorPages, FindPages, Following, FollowSteps, Found, Hearing, InboxPages, Journey, LeavingSteps, ListingPages, ListingScreen, ListPages, Meanings, MemberJourney, MemberRooms, PasskeyPages, Pictures, ProofPages, ReceiptPages, Receipts, ReferralPages, ReviewPages, RoomPages, Scenes, Scripts, Searches, SendingRequests, SheetPages, SignInPages, StandingPages, Stays, TeamPages, TellingSteps, Visits, WrongPages],
})
export class PagesModule {}
