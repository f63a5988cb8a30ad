import { Module } from '@nestjs/common';
import { AddedWords } from './added-words.service.js';
import { AddressBuckets } from './address-buckets.js';
import { AssignController } from './assign/assign.controller.js';
import { Assigning } from './assign/assigning.service.js';
import { BulkController } from './bulk.controller.js';
import { BulkRowActs } from './bulk-row.service.js';
import { BulkActs } from './bulk.service.js';
import { ComingBack } from './coming-back.service.js';
import { Crises } from './crisis/crises.service.js';
import { CrisisController } from './crisis/crisis.controller.js';
import { CrisisDesk } from './crisis/crisis-desk.service.js';
import { CrisisReader } from './crisis/crisis-reader.js';
import { CrisisSteps } from './crisis/crisis-steps.service.js';
import { TeamController } from './duty/team.controller.js';
import { Team } from './duty/team.service.js';
import { Erasure } from './erasure.service.js';
import { HandOverController } from './hand-over/hand-over.controller.js';
import { HandOverRows } from './hand-over/hand-over-rows.service.js';
import { HandOver } from './hand-over/hand-over.service.js';
import { AutoReturn } from './holding/auto-return.service.js';
import { ClaimUndo } from './holding/claim-undo.service.js';
import { HoldingController } from './holding/holding.controller.js';
import { Holding } from './holding/holding.service.js';
import { Inquiries } from './inquiries.service.js';
import { InquiryDesk } from './inquiry-desk.service.js';
import { Intake } from './intake.service.js';
import { Merges } from './merges.service.js';
import { NeedsController } from './needs.controller.js';
import { Needs } from './needs.service.js';
import { NextController } from './next/next.controller.js';
import { Next } from './next/next.service.js';
import { NotesReader } from './notes-reader.js';
import { NoteDrafts } from './drafts.service.js';
import { Notes } from './notes.service.js';
import { PresenceController } from './presence/presence.controller.js';
import { Presence } from './presence/presence.service.js';
import { Promises } from './promise/promises.service.js';
import { PublicController } from './public.controller.js';
import { PublicDoor } from './public-door.service.js';
import { QualityController } from './quality/quality.controller.js';
import { QualityRecords } from './quality/quality-records.service.js';
import { QualityResults } from './quality/quality-results.service.js';
import { QualitySamples } from './quality/quality-samples.service.js';
import { QueueController } from './queue.controller.js';
import { Queue } from './queue.service.js';
import { SavedViewsController } from './saved-views/saved-views.controller.js';
import { SavedViews } from './saved-views/saved-views.service.js';
import { Shareable } from './shareable.service.js';
import { TakingDownController } from './taking-down/taking-down.controller.js';
import { TakingDownDrafts } from './taking-down/drafts.service.js';
import { TakingDownDesk } from './taking-down/taking-down.service.js';
import { TaskClosing } from './tasks/task-closing.js';
import { TaskLists } from './tasks/task-lists.service.js';
import { TaskReader } from './tasks/task-reader.js';
import { TaskWriter } from './tasks/task-writer.js';
import { TasksController } from './tasks/tasks.controller.js';
import { Tasks } from './tasks/tasks.service.js';
import { Ties } from './ties.service.js';
import { Together } from './together.service.js';
import { TogetherController } from './together.controller.js';
import { UrgencyController } from './urgency.controller.js';
import { UrgencyHints } from './urgency-hints.service.js';
import { Sleeping } from './sleeping.service.js';
import { SealedInquiry } from './sealed-inquiry.js';

@Module({
  controllers: [BulkController, NeedsController, PublicController, QueueController, TogetherController, UrgencyController, HoldingController, NextController, PresenceController, AssignController, HandOverController, TeamController, TakingDownController, SavedViewsController, QualityController, CrisisController, TasksController],
  providers: [AddedWords, AddressBuckets, BulkActs, ComingBack, Erasure, Inquiries, InquiryDesk, Intake, Merges, Needs, NoteDrafts, Notes, NotesReader, PublicDoor, Queue, SealedInquiry, Shareable, Ties, Together, UrgencyHints, AutoReturn, ClaimUndo, Holding, Next, Presence, Promises, Sleeping, Assigning, BulkRowActs, HandOver, HandOverRows, Team, TakingDownDesk, TakingDownDrafts, SavedViews, QualityRecords, QualityResults, QualitySamples, Crises, CrisisDesk, CrisisReader, CrisisSteps, TaskClosing, TaskLists, TaskReader, TaskWriter, Tasks],
  exports: [AddedWords, AddressBuckets, ComingBack, Erasure, Inquiries, Intake, Needs, Notes, Queue, Shareable, UrgencyHints, Presence, Promises, Sleeping, SavedViews],
})
export class IntakeModule {}
