import { Module } from '@nestjs/common';
import { AddressBuckets } from './address-buckets.js';
import { ComingBack } from './coming-back.service.js';
import { Erasure } from './erasure.service.js';
import { Inquiries } from './inquiries.service.js';
import { InquiryDesk } from './inquiry-desk.service.js';
import { Intake } from './intake.service.js';
import { NeedsController } from './needs.controller.js';
import { Needs } from './needs.service.js';
import { NotesReader } from './notes-reader.js';
import { Notes } from './notes.service.js';
import { PublicController } from './public.controller.js';
import { PublicDoor } from './public-door.service.js';
import { QueueController } from './queue.controller.js';
import { Queue } from './queue.service.js';
import { Shareable } from './shareable.service.js';
import { UrgencyController } from './urgency.controller.js';
import { UrgencyHints } from './urgency-hints.service.js';
import { Sleeping } from './sleeping.service.js';
import { SealedInquiry } from './sealed-inquiry.js';

@Module({
  controllers: [NeedsController, PublicController, QueueController, UrgencyController],
  providers: [AddressBuckets, ComingBack, Erasure, Inquiries, InquiryDesk, Intake, Needs, Notes, NotesReader, PublicDoor, Queue, SealedInquiry, Shareable, Sleeping, UrgencyHints],
  exports: [AddressBuckets, ComingBack, Erasure, Inquiries, Intake, Needs, Notes, Queue, Shareable, Sleeping, UrgencyHints],
})
export class IntakeModule {}
