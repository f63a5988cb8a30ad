import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/index.js';
import type { SubmitInquiry } from './submit-inquiry.dto.js';

/** What submitting led to. */
export interface Receipt {
  inquiryId: string;
  reference: string;
  code: string;
  receivedAt: string;
  /** True when the same key and body were accepted before: nothing new was made. */
  repeated: boolean;
}

/** What is known about the sending besides the answers. */
export interface Sending {
  /** Idempotency key, 16 to 100 characters. */
  key: string;
  /** Why a person may not have sent this; it goes to the review list, never to a wall. */
  doubt?: 'honeypot' | 'too-fast' | 'many-from-one-address';
}

@Injectable()
export class Intake {
  submit(_actor: Actor, _sending: Sending, _inquiry: SubmitInquiry): Promise<Receipt> {
    return Promise.reject(new Error());
  }

  /** Adds the person's later words to their request. */
  add(_actor: Actor, _inquiryId: string, _text: string): Promise<void> {
    return Promise.reject(new Error());
  }
}
