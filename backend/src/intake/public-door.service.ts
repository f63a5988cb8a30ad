import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/index.js';
import { AddressBuckets } from './address-buckets.js';
import { Intake } from './intake.service.js';
import type { ReceiptView, SubmitInquiry } from './submit-inquiry.dto.js';

/** The public API's way in: the same use case as the form, without its visit. */
@Injectable()
export class PublicDoor {
  constructor(
    private readonly intake: Intake,
    private readonly buckets: AddressBuckets,
  ) {}

  async submit(actor: Actor, key: string | undefined, body: SubmitInquiry, address: string): Promise<ReceiptView> {
    const doubt = this.buckets.isBusy('inquiry', address) ? 'many-from-one-address' : undefined;
    const { reference, code, receivedAt } = await this.intake.submit(actor, { key: key ?? '', doubt }, body);
    return { reference, code, receivedAt };
  }
}
