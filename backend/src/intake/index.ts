export { AddressBuckets } from './address-buckets.js';
export { AGE_BANDS, ASKERS, CHANNELS, INSURANCE, OTHERS, SAFETY, TIMES, TOPICS, URGENCIES, type Topic } from './domain/codes.js';
export { e164, isCallable } from './domain/contact.js';
export { Inquiries, type AskedFacts } from './inquiries.service.js';
export { IntakeModule } from './intake.module.js';
export { Intake, type Receipt, type Sending } from './intake.service.js';
export { Notes } from './notes.service.js';
export { Queue } from './queue.service.js';
export { ReceiptView, SubmitInquiry } from './submit-inquiry.dto.js';
