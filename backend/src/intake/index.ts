export { AGE_BANDS, ASKERS, CHANNELS, INSURANCE, OTHERS, SAFETY, TIMES, TOPICS, URGENCIES, type Topic } from './domain/codes.js';
export { IntakeModule } from './intake.module.js';
export { Intake, type Receipt, type Sending } from './intake.service.js';
export { ReceiptView, SubmitInquiry } from './submit-inquiry.dto.js';
