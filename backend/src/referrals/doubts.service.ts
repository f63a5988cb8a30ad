import { Injectable, type OnModuleInit } from '@nestjs/common';
import { stableId, Verification } from '../directory/index.js';
import { Dispatcher, type StoredEvent, type Tx } from '../platform/index.js';
import { doubtOf } from './domain/doubt.js';

/** A referral that failed on the listing, or met an agency that does not take whom its listing draws, speaks against it at once: the desk calls. Nothing of the person is kept with it. */
@Injectable()
export class Doubts implements OnModuleInit {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly verification: Verification,
  ) {}

  onModuleInit(): void {
    this.dispatcher.on('referral.moved', (tx, event) => this.look(tx, event));
  }

  /** Told again, the event changes nothing: the finding's id is made of the event's. */
  private async look(tx: Tx, { id, body }: StoredEvent): Promise<void> {
    const doubt = doubtOf({ from: String(body['from']), to: String(body['to']), reason: (body['reason'] as string | null) ?? null });
    if (!doubt) return;
    const [referral] = await tx.query<{ serviceId: string }>('select service_id as "serviceId" from referrals.referral where id = $1', [body['referralId']]);
    if (referral) await this.verification.wrong(tx, stableId('event', 'field_check', String(id)), { serviceId: referral.serviceId, ...doubt });
  }
}
