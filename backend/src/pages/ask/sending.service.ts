import { Injectable } from '@nestjs/common';
import { AddressBuckets, Intake, type Receipt, type Sending, type SubmitInquiry } from '../../intake/index.js';
import { LaterWords } from '../../matching/index.js';
import { Clock, DeskError, sha256, token } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import { readBy } from '../frame/desk-hours.js';
import type { Sent, Visit, VisitState } from '../visit/visits.service.js';
import type { Visitor } from '../visit/visitor.js';
import { languageOf } from '../texts/texts.js';
import { isYoung, type Complete } from './answers/answers.js';
import { inquiryOf } from './inquiry-of.js';

/** Nobody reads and answers twelve pages in five seconds. */
const TOO_FAST_MS = 5000;

/** Sends the answers of a visit, once. */
@Injectable()
export class SendingRequests {
  constructor(
    private readonly intake: Intake,
    private readonly settings: Settings,
    private readonly buckets: AddressBuckets,
    private readonly clock: Clock,
    private readonly laterWords: LaterWords,
  ) {}

  /** Durable before it answers. The visit's key makes a second sending the same request. */
  async send(visitor: Visitor, { state }: Visit): Promise<Sent> {
    const { answers } = state;
    const inquiry = inquiryOf(answers as Complete, languageOf(visitor.language));
    const { inquiryId, reference, code, receivedAt } = await this.submit(visitor, state, inquiry);
    const by = readBy(await this.settings.desk(), { safety: inquiry.safety, openedAt: new Date(receivedAt) });
    return { inquiryId, reference, code, self: inquiry.contact.channel === 'self', young: isYoung(answers), ...(by && { by: by.toISOString() }) };
  }

  /** The key was used and the receipt never arrived (a crash in between), then an answer was changed: the newer answers are sent as a request of their own, or the person would be left without a reference. */
  private async submit(visitor: Visitor, state: VisitState, inquiry: SubmitInquiry): Promise<Receipt> {
    const doubt = this.doubt(visitor, state);
    try {
      return await this.intake.submit(visitor.actor, { key: state.key, doubt }, inquiry);
    } catch (error) {
      if (!(error instanceof DeskError) || error.code !== 'request.key-reused') throw error;
      state.key = token();
      return this.intake.submit(visitor.actor, { key: state.key, doubt }, inquiry);
    }
  }

  /** Adds later words to a sent request; the same words twice in a row are added once. */
  async add(visitor: Visitor, sent: Sent, words: string): Promise<Sent> {
    const added = sha256(words).toString('base64');
    if (sent.added !== added) await this.laterWords.add(visitor.actor, sent.inquiryId, words);
    return { ...sent, added };
  }

  /** Why a person may not have sent this. It leads to the review list, never to a wall. */
  private doubt({ address }: Visitor, { trapped, startedAt }: VisitState): Sending['doubt'] {
    const busy = this.buckets.isBusy('inquiry', address);
    if (trapped) return 'honeypot';
    if (this.clock.now().getTime() - startedAt < TOO_FAST_MS) return 'too-fast';
    return busy ? 'many-from-one-address' : undefined;
  }
}
