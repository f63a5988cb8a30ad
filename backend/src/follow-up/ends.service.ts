import { Injectable } from '@nestjs/common';
import type { Actor, Tx } from '../platform/index.js';
import { Answers, type Held } from '../referrals/index.js';
import { Dues } from './dues.service.js';
import type { SayOutcome } from './follow-up.dto.js';

/** What a person's answer ends: the way they took themselves, of which nobody else tells, and the day on which to ask. */
@Injectable()
export class Ends {
  constructor(
    private readonly answers: Answers,
    private readonly dues: Dues,
  ) {}

  async settle(tx: Tx, actor: Actor, held: Held, { served, solved }: SayOutcome): Promise<void> {
    if (held.state === 'self-contact' && served === 'yes') await this.answers.apply(tx, actor, held, { to: 'served' });
    else if (held.state === 'self-contact' && solved === 'no') await this.answers.apply(tx, actor, held, { to: 'stopped', reason: 'other' });
    await this.dues.heard(tx, held.inquiryId);
  }
}
